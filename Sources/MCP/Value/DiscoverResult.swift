package import JSON

/// A modern server's answer to `server/discover`.
package struct DiscoverResult: Sendable, Hashable {
    /// The revisions as the server wrote them; they need not be ones we know.
    package var supportedVersions: [String]
    /// What the server declared.
    package var capabilities: ServerCapabilities
    /// From the result's `_meta`; nil when the server keeps it to itself.
    package var serverInfo: Implementation?
    /// Advice for the model; nil when the server gives none.
    package var instructions: String?

    /// Builds a result as a server would give it.
    package init(
        supportedVersions: [String],
        capabilities: ServerCapabilities,
        serverInfo: Implementation? = nil,
        instructions: String? = nil
    ) {
        self.supportedVersions = supportedVersions
        self.capabilities = capabilities
        self.serverInfo = serverInfo
        self.instructions = instructions
    }

    /// Reads the result; versions and capabilities are required.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        supportedVersions = try reader.required("supportedVersions", .strings)
        capabilities = try ServerCapabilities(
            json: .object(try reader.required("capabilities", .object)),
            at: reader.place("capabilities")
        )
        instructions = try reader.optional("instructions", .string)
        serverInfo = try reader.reader("_meta")?.present(MetaKey.serverInfo).map { (value) throws(ShapeError) in
            try Implementation(json: value, at: ["_meta", MetaKey.serverInfo])
        }
    }
}
