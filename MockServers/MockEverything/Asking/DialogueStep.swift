import JSON
import MCP
import MCPConnection

/// What a fixture does next: ask the client for something, or end.
enum DialogueStep: Sendable {
    /// Asks for everything in the list; what is to be remembered until the answers come.
    case ask([Question], remember: JSONObject? = nil)
    case finish(JSONObject)
    /// Goes on as a task.
    case start(TaskWork)

    typealias Question = InputRequiredResult.InputRequest
}

extension InputRequiredResult.InputRequest {
    /// Asks the user to fill in a form.
    static func form(
        _ key: String,
        _ message: String,
        properties: JSONObject,
        required: [String] = []
    ) -> InputRequiredResult.InputRequest {
        var schema: JSONObject = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { schema["required"] = .array(required.map { .string($0) }) }
        return InputRequiredResult.InputRequest(
            key: key,
            method: "elicitation/create",
            params: ["message": .string(message), "requestedSchema": .object(schema)]
        )
    }

    /// Asks the client's model.
    static func sampling(_ key: String, _ prompt: String, maxTokens: Int) -> InputRequiredResult.InputRequest {
        InputRequiredResult.InputRequest(
            key: key,
            method: "sampling/createMessage",
            params: [
                "messages": [["role": "user", "content": ["type": "text", "text": .string(prompt)]]],
                "maxTokens": .number(JSONNumber(maxTokens)),
            ]
        )
    }

    /// Asks for the directories to work in.
    static func roots(_ key: String) -> InputRequiredResult.InputRequest {
        InputRequiredResult.InputRequest(key: key, method: "roots/list", params: [:])
    }

    /// The capability a client has to declare to be asked this.
    var capability: String {
        switch method {
        case "elicitation/create": "elicitation"
        case "sampling/createMessage": "sampling"
        default: "roots"
        }
    }
}
