import JSON
import MCP

extension Check {
    private static let page = "basic/patterns/subscriptions#"

    static let listenAcknowledged = Check(
        "LISTEN-ACKNOWLEDGED",
        "A subscription is acknowledged before anything else",
        requirement: """
            The first message of a subscription is notifications/subscriptions/acknowledged, with the id of the \
            subscription in _meta.
            """,
        reason: "Until then a client cannot know what it will be told, and what it has missed.",
        method: "subscriptions/listen to the tool list, where the server says that it tells of changes.",
        twin: "A server that leaves the acknowledgement out.",
        rules: [.modern(.must, .specification(page + "acknowledgment"))],
        steps: [.firstListing, .listen, .listenChange]
    ) { record in
        record.feature(.listen) { exchange in
            guard let first = record.subscriptionMessages.first else {
                return .failed(expected: "an acknowledgement", actual: exchange.summary)
            }
            let id = first.object["params"]?["_meta"]?[MetaKey.subscriptionID]
            return first.method == "notifications/subscriptions/acknowledged" && id?.looseText == exchange.id.looseText
                ? .passed
                : .failed(
                    expected: "notifications/subscriptions/acknowledged about \(exchange.id.text())",
                    actual: first.method ?? "",
                    message: first.excerpt
                )
        }
    }

    static let listenChanges = Check(
        "LISTEN-CHANGES",
        "A subscription tells what was asked for, and nothing else",
        requirement: """
            A change of a list is told to those who listen to that list; each message carries the id of the \
            subscription, and nobody is told what they did not ask for.
            """,
        reason: "A client that is not told goes on with tools that are gone.",
        method: "The tool list is listened to while the fixture test_trigger_tool_change changes it.",
        twin: "A server that tells of changed prompts instead.",
        rules: [.modern(.must, .specification(page + "opening-a-stream"))],
        steps: [.firstListing, .listen, .listenChange]
    ) { record in
        record.feature(.listen) { exchange in
            let told = record.subscriptionMessages.filter {
                $0.method != "notifications/subscriptions/acknowledged"
            }
            guard !told.isEmpty else {
                return .failed(expected: "notifications/tools/list_changed", actual: "nothing")
            }
            let wrong = told.first { message in
                message.method != "notifications/tools/list_changed"
                    || message.object["params"]?["_meta"]?[MetaKey.subscriptionID]?.looseText != exchange.id.looseText
            }
            return wrong.map {
                .failed(
                    expected: "notifications/tools/list_changed about \(exchange.id.text())",
                    actual: $0.method ?? "",
                    message: $0.excerpt
                )
            } ?? .passed
        }
    }
}

extension SessionRecord {
    /// What came in the way of subscriptions: all but progress, logs and cancellations.
    fileprivate var subscriptionMessages: [WireMessage] {
        serverMessages.filter { message in
            guard message.kind == .notification, let method = message.method else {
                return false
            }
            return method.hasPrefix("notifications/subscriptions/") || method.hasSuffix("/list_changed")
                || method == "notifications/resources/updated"
        }
    }
}

extension JSONValue {
    /// The same for 1 and "1": the specification has the id as text.
    fileprivate var looseText: String {
        stringValue ?? text()
    }
}
