import JSON
import MCP
import MCPConnection

extension ToolFixture {
    /// Tools that need several answers, or remember something until the client comes back.
    static let askingInSteps: [ToolFixture] = [
        ToolFixture(
            "test_input_required_result_elicitation",
            "Asks the user for a name, and greets",
            since: .june2025,
            behaviour: .dialogue { _, dialogue in
                if let name = dialogue.field("name", of: "user_name")?.stringValue {
                    return .finish(text("Hello, \(name)!"))
                }
                if dialogue.isRefused("user_name") { return .finish(text("Hello, whoever you are!")) }
                return .ask([nameForm("user_name", "What is your name?")])
            }
        ),
        ToolFixture(
            "test_input_required_result_request_state",
            "Asks for a confirmation, and checks that its state came back",
            since: .june2025,
            behaviour: confirmation
        ),
        ToolFixture(
            "test_input_required_result_tampered_state",
            "Asks for a confirmation, and refuses a state that was changed",
            since: .june2025,
            behaviour: confirmation
        ),
        ToolFixture(
            "test_input_required_result_multiple_inputs",
            "Asks the user, the model and for the directories at once",
            since: .june2025,
            behaviour: .dialogue { _, dialogue in
                guard let name = dialogue.field("name", of: "user_name")?.stringValue,
                    let greeting = dialogue.replies["greeting"]?["content"]?["text"]?.stringValue,
                    let roots = dialogue.replies["client_roots"]?["roots"]?.arrayValue
                else {
                    let questions = [
                        nameForm("user_name", "What is your name?"),
                        .sampling("greeting", "Generate a greeting", maxTokens: 50),
                        .roots("client_roots"),
                    ]
                    return .ask(questions, remember: ["step": 1])
                }
                return .finish(text("\(greeting) \(name), you have \(roots.count) roots."))
            }
        ),
        ToolFixture(
            "test_input_required_result_multi_round",
            "Asks for a name, and then for a colour",
            since: .june2025,
            behaviour: .dialogue { _, dialogue in
                if let name = dialogue.memory["name"]?.stringValue {
                    if let color = dialogue.field("color", of: "step2")?.stringValue {
                        return .finish(text("\(name) likes \(color)."))
                    }
                    return .ask([colorForm], remember: dialogue.memory)
                }
                if let name = dialogue.field("name", of: "step1")?.stringValue {
                    return .ask([colorForm], remember: ["name": .string(name)])
                }
                return .ask([nameForm("step1", "Step 1: What is your name?")], remember: ["step": 1])
            }
        ),
        ToolFixture(
            "test_input_required_result_capabilities",
            "Asks only for what the client declared",
            since: .june2025,
            behaviour: .dialogue { use, dialogue throws(ErrorObject) in
                guard dialogue.replies.isEmpty else { return .finish(text("You answered.")) }
                let all = [nameForm("user_name", "What is your name?"), .sampling("greeting", "Greet", maxTokens: 50)]
                let declared = use.call.context.capabilitiesBehindAll
                let allowed = all.filter { declared.declares($0.capability) }
                guard allowed.isEmpty else { return .ask(allowed) }
                throw .missingClientCapability(ClientCapabilities(["elicitation": [:], "sampling": [:]]))
            }
        ),
    ]

    /// The state has to come back with the answer; without it the question is asked again.
    private static let confirmation = FixtureBehaviour.dialogue { _, dialogue in
        let isConfirmed = dialogue.field("ok", of: "confirm")?.boolValue
        guard let isConfirmed, dialogue.memory["step"] == 1 else {
            let form = DialogueStep.Question.form(
                "confirm",
                "Please confirm",
                properties: ["ok": ["type": "boolean"]],
                required: ["ok"]
            )
            return .ask([form], remember: ["step": 1])
        }
        return .finish(text(isConfirmed ? "state-ok: confirmed" : "state-ok: not confirmed"))
    }

    private static func nameForm(_ key: String, _ message: String) -> DialogueStep.Question {
        .form(key, message, properties: ["name": ["type": "string"]], required: ["name"])
    }

    private static let colorForm = DialogueStep.Question.form(
        "step2",
        "Step 2: What is your favorite color?",
        properties: ["color": ["type": "string"]],
        required: ["color"]
    )
}
