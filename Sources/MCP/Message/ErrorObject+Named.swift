import JSON

extension ErrorObject {
    /// Refuses a method nobody answers, by its name.
    package static func methodNotFound(_ method: String) -> ErrorObject {
        ErrorObject(.methodNotFound, "Method not found: \(method)")
    }

    /// Refuses parameters; the detail says which and why.
    package static func invalidParams(_ detail: String) -> ErrorObject {
        ErrorObject(.invalidParams, "Invalid params: \(detail)")
    }

    /// Refuses a message that is JSON but cannot be accepted; the detail says why.
    package static func invalidRequest(_ detail: String) -> ErrorObject {
        ErrorObject(.invalidRequest, "Invalid request: \(detail)")
    }

    /// Refuses a revision, naming those that would be accepted, newest first.
    package static func unsupportedVersion(_ requested: String, supported: [ProtocolRevision]) -> ErrorObject {
        ErrorObject(
            .unsupportedProtocolVersion,
            "Unsupported protocol version \(requested)",
            data: [
                "supported": .array(supported.map { .string($0.rawValue) }),
                "requested": .string(requested),
            ]
        )
    }

    /// Refuses a request that needs what the client did not declare.
    package static func missingClientCapability(_ required: ClientCapabilities) -> ErrorObject {
        ErrorObject(
            .missingClientCapability,
            "The request needs client capabilities that it does not declare: "
                + required.names.joined(separator: ", "),
            data: ["requiredCapabilities": required.json]
        )
    }

    /// The version strings an "unsupported version" error offers instead, in either era; empty without such a list.
    package var supportedVersions: [String] {
        (data?["supported"]?.arrayValue ?? []).compactMap(\.stringValue)
    }
}
