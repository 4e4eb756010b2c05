import JSON

/// Gives its notifications an id, which makes requests of them.
struct NotificationWithID: Fault {
    static let form = FaultForm(
        "notification-with-id",
        .envelope,
        "sends a notification with an id before its second response",
        breaks: "A notification has no id.",
        FaultParameter("notification", .text, "notifications/tools/list_changed", "which notification it sends")
    )

    private let method: String
    private var responses = 0

    init(_ arguments: FaultArguments) {
        method = arguments.text("notification")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let (emission, message) = event.sentMessage else { return .pass }
        if message["method"]?.stringValue?.hasPrefix("notifications/") == true {
            var numbered = message
            numbered["id"] = "notified-0"
            return .send(emission, numbered)
        }
        responses += 1
        guard responses == 2 else { return .pass }
        let notification: JSONObject = ["jsonrpc": "2.0", "id": "notified-1", "method": .string(method)]
        return .instead([Emission(.message(.object(notification)), after: emission.delay), emission])
    }
}
