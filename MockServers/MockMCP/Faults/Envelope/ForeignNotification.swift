import JSON

/// Uses a notification that the revision in force does not have.
struct ForeignNotification: Fault {
    static let form = FaultForm(
        "foreign-notification",
        .envelope,
        "sends a notification of another revision before a response",
        breaks: "After the handshake a server sends only what the agreed revision has.",
        FaultParameter("notification", .text, nil, "which one; when not given, one of the other era"),
        FaultParameter("method", .text, "tools/list", "only messages about this method")
    )

    private let notification: String?

    init(_ arguments: FaultArguments) {
        notification = arguments.optional("notification")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        let other =
            answer.request.isModern ? "notifications/elicitation/complete" : "notifications/subscriptions/acknowledged"
        let message: JSONValue = [
            "jsonrpc": "2.0", "method": .string(notification ?? other),
            "params": ["elicitationId": "none", "notifications": [:]],
        ]
        return .instead([Emission(.message(message), after: answer.emission.delay), answer.emission])
    }
}
