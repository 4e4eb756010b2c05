import JSON

/// Agrees to a revision that it cannot know.
struct AcceptsAnyRevision: Fault {
    static let form = FaultForm(
        "accepts-any-revision",
        .handshake,
        "agrees to whatever revision it is asked for",
        breaks: "A revision that is not supported is answered with one that is, or with -32022 and a list of them."
    )

    private static let key = "io.modelcontextprotocol/protocolVersion"

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        if var answer = event.result(of: "initialize") {
            answer.result["protocolVersion"] = answer.request.params["protocolVersion"]
            return answer.sent
        }
        guard case .received(var message) = event, var params = message["params"]?.objectValue,
            var meta = params["_meta"]?.objectValue, meta[Self.key]?.stringValue != nil
        else { return .pass }
        meta[Self.key] = "2026-07-28"
        params["_meta"] = .object(meta)
        message["params"] = .object(params)
        return .receive(message)
    }
}
