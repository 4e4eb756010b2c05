import JSON

/// A request that a server sends to its client.
enum ServerRequest {
    /// A message with parameters that are valid for its method.
    static func message(_ method: String, id: String) -> JSONValue {
        var message: JSONObject = ["jsonrpc": "2.0", "id": .string(id), "method": .string(method)]
        switch method {
        case "sampling/createMessage":
            message["params"] = [
                "messages": [["role": "user", "content": ["type": "text", "text": "Say yes."]]], "maxTokens": 8,
            ]
        case "elicitation/create":
            message["params"] = [
                "message": "Go on?",
                "requestedSchema": ["type": "object", "properties": ["yes": ["type": "boolean"]]],
            ]
        default: break
        }
        return .object(message)
    }
}
