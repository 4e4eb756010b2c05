package import JSON
package import MCP
package import MCPConnection

/// Answers what servers ask of the user, the model and the files behind a client, always in the same way.
package struct StandInUser: Sendable {
    /// Recorded answers by method, for when a conversation is held again; used in turn.
    private let recorded: [String: JSONObject]

    /// One that fills forms with defaults, or gives the answers of an earlier conversation.
    package init(recorded: [String: JSONObject] = [:]) {
        self.recorded = recorded
    }

    /// What a client has to declare for servers to ask.
    package static let capabilities = ClientCapabilities(["roots": [:], "sampling": [:], "elicitation": [:]])

    /// The same for the session of a legacy client.
    package var handlers: ClientHandlers {
        ClientHandlers { request in
            answer(request.method, request.params).map { .success($0) } ?? .failure(.methodNotFound(request.method))
        }
    }

    /// Makes a request, and gives the server the input it asks for until it answers or asks too often.
    @discardableResult
    package func request(
        _ client: Client,
        _ method: String,
        params: JSONObject,
        options: RequestOptions = RequestOptions(wantsProgress: true),
        rounds: Int = 8
    ) async -> RequestOutcome {
        var outcome = await client.outcome(of: method, params: Members(params), options: options)
        for _ in 0..<rounds {
            guard case .inputRequired(let needed) = outcome else { break }
            var retry = params
            var replies = JSONObject()
            for request in needed.inputRequests {
                replies[request.key] = answer(request.method, request.params).map { .object($0) }
            }
            if !needed.inputRequests.isEmpty { retry["inputResponses"] = .object(replies) }
            retry["requestState"] = needed.requestState.map { .string($0) }
            outcome = await client.outcome(of: method, params: Members(retry), options: options)
        }
        return outcome
    }

    /// One answer; nil for a method that is none of a client's.
    package func answer(_ method: String, _ params: JSONObject?) -> JSONObject? {
        if let answer = recorded[method] { return answer }
        switch method {
        case "roots/list":
            return ["roots": []]
        case "sampling/createMessage":
            return [
                "role": "assistant", "model": "openwork", "stopReason": "endTurn",
                "content": ["type": "text", "text": "This is an answer of no model."],
            ]
        case "elicitation/create":
            guard let schema = params?["requestedSchema"] else { return ["action": "decline"] }
            return ["action": "accept", "content": .object(Self.filled(schema))]
        default:
            return nil
        }
    }

    private static func filled(_ schema: JSONValue) -> JSONObject {
        var content = JSONObject()
        for (name, field) in schema["properties"]?.objectValue ?? [:] {
            content[name] = field["default"] ?? value(field)
        }
        return content
    }

    private static func value(_ field: JSONValue) -> JSONValue {
        if let choice = field["enum"]?[0] ?? field["oneOf"]?[0]?["const"] ?? field["anyOf"]?[0]?["const"] {
            return choice
        }
        switch field["type"]?.stringValue {
        case "boolean": return true
        case "integer", "number": return field["minimum"] ?? 1
        case "array": return .array(field["items"].map { [value($0)] } ?? [])
        default: break
        }
        return switch field["format"]?.stringValue {
        case "email": "someone@example.com"
        case "uri": "https://example.com/"
        case "date": "2026-07-28"
        case "date-time": "2026-07-28T00:00:00Z"
        default: "text"
        }
    }
}
