import JSON

/// Answers a request of a revision that it cannot know.
struct AcceptsAnyRevision: Fault {
    static let form = FaultForm(
        "accepts-any-revision", .handshake, "answers requests whatever revision their _meta names",
        breaks: "From 2026-07-28 on, an unsupported revision gets error -32022 with the supported ones."
    )

    private static let key = "io.modelcontextprotocol/protocolVersion"

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(var message) = event, var params = message["params"]?.objectValue,
            var meta = params["_meta"]?.objectValue, meta[Self.key]?.stringValue != nil
        else { return .pass }
        meta[Self.key] = "2026-07-28"
        params["_meta"] = .object(meta)
        message["params"] = .object(params)
        return .receive(message)
    }
}
