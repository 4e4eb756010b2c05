import JSON

/// Tells its client something, in a shape that the notification does not have.
struct MalformedNotification: Fault {
    static let form = FaultForm(
        "malformed-notification",
        .envelope,
        "sends a log message without its level before a response",
        breaks: "A notification has the members that its method asks for.",
        FaultParameter("method", .text, "tools/call", "only messages about this method")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        let log: JSONValue = ["jsonrpc": "2.0", "method": "notifications/message", "params": ["data": "working"]]
        return .instead([Emission(.message(log), after: answer.emission.delay), answer.emission])
    }
}
