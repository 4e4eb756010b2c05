import Fixtures
import JSON

extension Fixture {
    /// Whether the client made this request when this was recorded.
    func hasAsked(_ method: String) -> Bool {
        entries.contains { $0.from == .client && $0.message["method"]?.stringValue == method }
    }

    /// Whether something was asked that was never answered: a replay can only say so, which the server did not.
    var endsInSilence: Bool {
        let answered = Set(entries.filter { $0.from == .server }.compactMap { $0.message["id"] })
        return entries.contains { entry in
            guard entry.from == .client, entry.message["method"] != nil, let id = entry.message["id"] else {
                return false
            }
            return !answered.contains(id)
        }
    }

    /// With what a tool was called when this was recorded; nil when it was not.
    func arguments(of tool: String) -> JSONObject? {
        for entry in entries where entry.from == .client && entry.message["method"] == "tools/call" {
            guard entry.message["params"]?["name"]?.stringValue == tool else { continue }
            return entry.message["params"]?["arguments"]?.objectValue ?? [:]
        }
        return nil
    }
}
