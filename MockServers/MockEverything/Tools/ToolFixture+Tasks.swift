import JSON
import MCP
import MCPConnection

extension ToolFixture {
    /// Tools that run as tasks, and one that never does.
    static let tasks: [ToolFixture] = [
        ToolFixture(
            "greet",
            "Greets, at once",
            inputSchema: ["type": "object", "properties": ["name": ["type": "string"]]],
            since: .november2025,
            taskSupport: .forbidden,
            behaviour: .answer { use in text("Hello, \(use.text("name"))!") }
        ),
        ToolFixture(
            "slow_compute",
            "Takes so many seconds: as a task where the client knows tasks, at once where it does not",
            inputSchema: [
                "type": "object",
                "properties": [
                    "seconds": ["type": "number", "minimum": 0, "maximum": 300], "label": ["type": "string"],
                ],
            ],
            since: .november2025,
            taskSupport: .optional,
            behaviour: .task { use, control in
                let seconds = use.arguments["seconds"]?.doubleValue ?? 0
                control?.say("Computing")
                await use.connection.tasks.pause(.seconds(seconds))
                control?.say(nil)
                return text("Computed \(use.text("label")) in \(seconds) seconds.")
            }
        ),
        ToolFixture(
            "failing_job",
            "Fails as a tool does, with a result that says so",
            since: .november2025,
            taskSupport: .required,
            behaviour: .task { use, _ in
                await use.connection.tasks.pause(.seconds(1))
                return text("The job failed, as it always does.", isError: true)
            }
        ),
        ToolFixture(
            "protocol_error_job",
            "Fails with an error of the protocol",
            since: .november2025,
            taskSupport: .required,
            behaviour: .task { _, _ throws(ErrorObject) in
                throw ErrorObject(.internalError, "The job broke, as it always does")
            }
        ),
        ToolFixture(
            "confirm_delete",
            "Asks for a confirmation while it runs, and deletes nothing",
            inputSchema: ["type": "object", "properties": ["filename": ["type": "string"]]],
            since: .november2025,
            taskSupport: .required,
            behaviour: .task { use, control throws(ErrorObject) in
                let name = use.text("filename")
                let form = confirmation("confirm", "Delete \(name)?")
                let replies = try await control?.ask([form]) ?? [:]
                let isConfirmed = replies["confirm"]?["content"]?["confirm"]?.boolValue == true
                return text(isConfirmed ? "\(name) would be gone." : "\(name) stays.")
            }
        ),
        ToolFixture(
            "multi_input",
            "Asks two things at once while it runs",
            since: .november2025,
            taskSupport: .required,
            behaviour: .task { _, control throws(ErrorObject) in
                let forms = [confirmation("first", "Go on?"), confirmation("second", "Really?")]
                let replies = try await control?.ask(forms) ?? [:]
                let yes = replies.values.count { $0["action"] == "accept" }
                return text("\(yes) of \(forms.count) said yes.")
            }
        ),
        ToolFixture(
            "test_tool_with_task",
            "Asks for a name first, and then runs as a task that greets",
            since: .july2026,
            taskSupport: .required,
            behaviour: .dialogue { _, dialogue in
                guard let name = dialogue.field("name", of: "user_name")?.stringValue else {
                    let form = DialogueStep.Question.form(
                        "user_name",
                        "What is your name?",
                        properties: ["name": ["type": "string"]],
                        required: ["name"]
                    )
                    return .ask([form], remember: ["step": 1])
                }
                return .start { _ in text("Hello, \(name)!") }
            }
        ),
    ]

    private static func confirmation(_ key: String, _ message: String) -> DialogueStep.Question {
        .form(key, message, properties: ["confirm": ["type": "boolean"]], required: ["confirm"])
    }
}
