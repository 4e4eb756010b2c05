package import JSON
import Redaction

/// What counts of a request when recorded ones are compared with new ones.
///
/// Ids, progress tokens, `_meta` and who the client says it is do not count, nor does a member that is null.
package struct RequestForm: Sendable, Hashable {
    /// The method.
    package let method: String
    /// The parameters that count; empty where there are none.
    package let params: JSONObject

    /// Takes from a request what counts.
    package init(method: String, params: JSONObject?) {
        self.method = method
        var counted = JSONObject()
        for (key, value) in params ?? [:] where key != "_meta" && !value.isNull { counted[key] = value }
        switch method {
        case "initialize":
            counted["clientInfo"] = nil
            counted["capabilities"] = nil
        case "server/discover":
            counted = [:]
        case "tools/call", "prompts/get":
            if counted["arguments"]?.objectValue?.isEmpty == true { counted["arguments"] = nil }
        default:
            break
        }
        self.params = counted
    }

    /// Whether a new request is the same as this recorded one, as far as placeholders in it let anybody tell.
    func matches(_ other: RequestForm) -> Bool {
        method == other.method && Self.matches(.object(params), .object(other.params))
    }

    /// The same request without what a user may answer differently each time.
    var loosened: RequestForm {
        var params = params
        if let replies = params["inputResponses"]?.objectValue {
            params["inputResponses"] = .array(replies.keys.sorted().map { .string($0) })
        }
        if method == "initialize" { params["protocolVersion"] = nil }
        return RequestForm(method: method, params: params)
    }

    private static func matches(_ recorded: JSONValue, _ new: JSONValue) -> Bool {
        switch (recorded, new) {
        case (.string(let recorded), .string(let new)):
            return Placeholder.matches(recorded: recorded, new)
        case (.string(let recorded), .number(let new)):
            return Placeholder.isContained(in: recorded) && Placeholder.matches(recorded: recorded, new.text)
        case (.array(let recorded), .array(let new)):
            return recorded.count == new.count && zip(recorded, new).allSatisfy { matches($0, $1) }
        case (.object(let recorded), .object(let new)):
            guard recorded.count == new.count else { return false }
            return recorded.allSatisfy { key, value in new[key].map { matches(value, $0) } ?? false }
        default:
            return recorded == new
        }
    }
}
