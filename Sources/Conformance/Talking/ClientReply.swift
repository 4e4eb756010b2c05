import JSON

/// What an obliging user, a simple model and an empty desk answer to what a server asks.
enum ClientReply {
    /// The result for a request of the server; nil for one that we do not know.
    static func to(_ method: String, _ params: JSONValue?) -> JSONObject? {
        switch method {
        case "ping": [:]
        case "roots/list": ["roots": []]
        case "sampling/createMessage":
            [
                "role": "assistant", "content": ["type": "text", "text": "openwork"], "model": "openwork-conform",
                "stopReason": "endTurn",
            ]
        case "elicitation/create":
            ["action": "accept", "content": .object(form(params?["requestedSchema"]?["properties"]?.objectValue))]
        default: nil
        }
    }

    /// Every field filled in: with its default, its first choice, or the simplest value of its type.
    private static func form(_ properties: JSONObject?) -> JSONObject {
        var content: JSONObject = [:]
        for (name, schema) in properties ?? [:] {
            content[name] = value(for: schema)
        }
        return content
    }

    private static func value(for schema: JSONValue) -> JSONValue {
        if let value = schema["default"] ?? schema["enum"]?.arrayValue?.first
            ?? schema["oneOf"]?.arrayValue?.first?["const"]
        {
            return value
        }
        switch schema["type"]?.stringValue {
        case "boolean": return true
        case "integer", "number": return schema["minimum"] ?? 1
        case "array":
            let items = schema["items"]
            let choice = items?["enum"]?.arrayValue?.first ?? items?["anyOf"]?.arrayValue?.first?["const"]
            return .array(choice.map { [$0] } ?? [])
        default: return "openwork"
        }
    }
}
