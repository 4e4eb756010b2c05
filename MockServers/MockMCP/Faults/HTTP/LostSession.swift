import JSON

/// Forgets the sessions of its clients, as after a restart.
struct LostSession: Fault {
    static let form = FaultForm(
        "http-404-session",
        .http,
        "answers 404 to messages of a session, as if it had never been",
        breaks: "A session lives until one side ends it; a client may open another.",
        over: .only(.http, because: "there is no HTTP")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(let message) = event, message["method"] != "initialize",
            message["params"]?["_meta"]?["io.modelcontextprotocol/protocolVersion"] == nil
        else { return .pass }
        return event.refused(HTTPRefusal(404, text: "Session not found"))
    }
}
