import Fixtures
import JSON

extension Fixture {
    /// With what a tool was called when this was recorded; nil when it was not.
    func arguments(of tool: String) -> JSONObject? {
        for entry in entries where entry.from == .client && entry.message["method"] == "tools/call" {
            guard entry.message["params"]?["name"]?.stringValue == tool else { continue }
            return entry.message["params"]?["arguments"]?.objectValue ?? [:]
        }
        return nil
    }
}
