import JSON
import MCP
import MCPConnection

extension ToolFixture {
    /// Tools that ask the client one thing, in the way of its era.
    static let asking: [ToolFixture] = [
        ToolFixture(
            "test_sampling",
            "Asks the client's model, and repeats its answer",
            inputSchema: ["type": "object", "properties": ["prompt": ["type": "string"]], "required": ["prompt"]],
            behaviour: sampling("answer", maxTokens: 100) { $0.text("prompt") }
        ),
        ToolFixture(
            "test_elicitation",
            "Asks the user for a name and an address, and repeats them",
            inputSchema: ["type": "object", "properties": ["message": ["type": "string"]], "required": ["message"]],
            since: .june2025,
            behaviour: form("details", properties: person, required: ["username", "email"], "User response: ") {
                $0.text("message")
            }
        ),
        ToolFixture(
            "test_elicitation_sep1034_defaults",
            "Asks the user with a default in every field",
            since: .june2025,
            behaviour: form("details", properties: defaults, "Elicitation completed: ") { _ in "Check the defaults" }
        ),
        ToolFixture(
            "test_elicitation_sep1330_enums",
            "Asks the user to choose, in each of the five ways there are",
            since: .november2025,
            behaviour: form("choices", properties: choices, "Elicitation completed: ") { _ in "Choose from each list" }
        ),
        ToolFixture(
            "test_input_required_result_sampling",
            "Asks the client's model a question",
            behaviour: sampling("capital_question", maxTokens: 100) { _ in "What is the capital of France?" }
        ),
        ToolFixture(
            "test_input_required_result_list_roots",
            "Asks for the directories to work in",
            behaviour: .dialogue { _, dialogue in
                guard let roots = dialogue.replies["client_roots"]?["roots"] else {
                    return .ask([.roots("client_roots")])
                }
                return .finish(text("Roots: \(roots.text())"))
            }
        ),
        ToolFixture(
            "test_missing_capability",
            "Needs a client with a model, and refuses any other",
            behaviour: .answer { use throws(ErrorObject) in
                let needed = ClientCapabilities(["sampling": [:]])
                guard use.call.context.capabilitiesBehindAll.supportsSampling else {
                    if use.call.context.eraBehindAll == .modern { throw .missingClientCapability(needed) }
                    return text("The client declared no sampling.", isError: true)
                }
                return text("The client declared sampling.")
            }
        ),
        ToolFixture(
            "test_streaming_elicitation",
            "Asks the user while the response to the call may be a stream",
            since: .june2025,
            behaviour: form("confirmation", properties: ["ok": ["type": "boolean"]], "User response: ") { _ in
                "Please confirm"
            }
        ),
    ]

    /// Asks with a form until it is accepted or refused, and repeats the answer.
    private static func form(
        _ key: String,
        properties: JSONObject,
        required: [String] = [],
        _ preface: String,
        message: @escaping @Sendable (FixtureUse) -> String
    ) -> FixtureBehaviour {
        .dialogue { use, dialogue in
            guard let reply = dialogue.replies[key], let action = reply["action"]?.stringValue else {
                return .ask([.form(key, message(use), properties: properties, required: required)])
            }
            let content = reply["content"] ?? [:]
            return .finish(text("\(preface)action=\(action), content=\(content.text())"))
        }
    }

    private static func sampling(
        _ key: String,
        maxTokens: Int,
        prompt: @escaping @Sendable (FixtureUse) -> String
    ) -> FixtureBehaviour {
        .dialogue { use, dialogue in
            guard let content = dialogue.replies[key]?["content"] else {
                return .ask([.sampling(key, prompt(use), maxTokens: maxTokens)])
            }
            return .finish(text("LLM response: \(content["text"]?.stringValue ?? content.text())"))
        }
    }

    private static let person: JSONObject = [
        "username": ["type": "string", "description": "User's response"],
        "email": ["type": "string", "description": "User's email address"],
    ]

    private static let defaults: JSONObject = [
        "name": ["type": "string", "description": "User name", "default": "John Doe"],
        "age": ["type": "integer", "description": "User age", "default": 30],
        "score": ["type": "number", "description": "User score", "default": 95.5],
        "status": [
            "type": "string", "description": "User status", "enum": ["active", "inactive", "pending"],
            "default": "active",
        ],
        "verified": ["type": "boolean", "description": "Verification status", "default": true],
    ]

    private static let choices: JSONObject = [
        "untitledSingle": ["type": "string", "enum": ["option1", "option2", "option3"]],
        "titledSingle": [
            "type": "string",
            "oneOf": [
                ["const": "value1", "title": "First Option"], ["const": "value2", "title": "Second Option"],
                ["const": "value3", "title": "Third Option"],
            ],
        ],
        "legacyEnum": [
            "type": "string", "enum": ["opt1", "opt2", "opt3"],
            "enumNames": ["Option One", "Option Two", "Option Three"],
        ],
        "untitledMulti": [
            "type": "array", "items": ["type": "string", "enum": ["option1", "option2", "option3"]],
        ],
        "titledMulti": [
            "type": "array",
            "items": [
                "anyOf": [
                    ["const": "value1", "title": "First Choice"], ["const": "value2", "title": "Second Choice"],
                    ["const": "value3", "title": "Third Choice"],
                ]
            ],
        ],
    ]
}
