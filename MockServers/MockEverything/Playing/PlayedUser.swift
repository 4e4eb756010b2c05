package import JSON
package import MCP
package import MCPConnection

/// Stands in for the user, the model and the files behind a client: says yes to everything.
package struct PlayedUser: Sendable {
    /// One user is like the other.
    package init() {}

    /// What it can be asked.
    package static let capabilities = ClientCapabilities(["roots": [:], "sampling": [:], "elicitation": [:]])

    /// Answers a server's request, or one entry of its `inputRequests`.
    package func answer(_ method: String, _ params: JSONObject?) -> Result<JSONObject, ErrorObject> {
        switch method {
        case "elicitation/create":
            guard let schema = params?["requestedSchema"] else { return .success(["action": "decline"]) }
            return .success(["action": "accept", "content": .object(Self.filledIn(schema))])
        case "sampling/createMessage":
            return .success([
                "role": "assistant", "model": "openwork-mock",
                "content": ["type": "text", "text": "This is an answer of no model."], "stopReason": "endTurn",
            ])
        case "roots/list":
            return .success(["roots": [["uri": "file:///tmp", "name": "tmp"]]])
        default:
            return .failure(.methodNotFound(method))
        }
    }

    /// The same for the session of a legacy client.
    package var handlers: ClientHandlers {
        ClientHandlers { request in answer(request.method, request.params) }
    }

    /// Every field of a form: its default, or the plainest value that its type allows.
    static func filledIn(_ schema: JSONValue) -> JSONObject {
        var content = JSONObject()
        for (name, field) in schema["properties"]?.objectValue ?? [:] {
            content[name] = field["default"] ?? value(for: field)
        }
        return content
    }

    private static func value(for field: JSONValue) -> JSONValue {
        if let choice = field["enum"]?[0] { return choice }
        for keyword in ["oneOf", "anyOf"] {
            if let choice = field[keyword]?[0]?["const"] { return choice }
        }
        return switch field["type"]?.stringValue {
        case "boolean": true
        case "integer", "number": field["minimum"] ?? 1
        case "array": .array((field["items"].map(value(for:))).map { [$0] } ?? [])
        default: string(for: field["format"]?.stringValue)
        }
    }

    private static func string(for format: String?) -> JSONValue {
        switch format {
        case "email": "someone@example.com"
        case "uri": "https://example.com/"
        case "date": "2026-07-28"
        case "date-time": "2026-07-28T00:00:00Z"
        default: "text"
        }
    }
}
