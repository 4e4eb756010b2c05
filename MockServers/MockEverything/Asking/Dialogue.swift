import JSON
import MCP

/// What a client has contributed so far to one call.
struct Dialogue: Sendable {
    /// By the keys they were asked for under: the answers to the last questions only.
    let replies: [String: JSONObject]
    /// What the last step wanted to remember; empty at first.
    let memory: JSONObject

    /// The value of a field the user filled in; nil when the form was not accepted or lacks it.
    func field(_ name: String, of key: String) -> JSONValue? {
        guard let reply = replies[key], reply["action"] == "accept" else { return nil }
        return reply["content"]?[name]
    }

    /// Whether the user refused a form, and so has answered.
    func isRefused(_ key: String) -> Bool {
        replies[key]?["action"].map { $0 == "decline" || $0 == "cancel" } ?? false
    }
}
