import JSON

/// Answers requests that lack what the stateless era asks of each.
struct AcceptsMissingMeta: Fault {
    static let form = FaultForm(
        "accepts-missing-meta",
        .handshake,
        "answers stateless requests without the required _meta members",
        breaks: "From 2026-07-28 on, a request without revision or client capabilities gets error -32602."
    )

    private static let prefix = "io.modelcontextprotocol/"

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(var message) = event, message["id"] != nil,
            let method = message["method"]?.stringValue, method != "initialize", method != "ping"
        else { return .pass }
        var params = message["params"]?.objectValue ?? [:]
        var meta = params["_meta"]?.objectValue ?? [:]
        if meta[Self.prefix + "protocolVersion"] == nil { meta[Self.prefix + "protocolVersion"] = "2026-07-28" }
        if meta[Self.prefix + "clientCapabilities"] == nil { meta[Self.prefix + "clientCapabilities"] = [:] }
        params["_meta"] = .object(meta)
        message["params"] = .object(params)
        return .receive(message)
    }
}
