import JSON
import MCP

extension PromptFixture {
    static let all: [PromptFixture] = [
        PromptFixture("test_simple_prompt", "One message of text", behaviour: simple),
        PromptFixture(
            "test_prompt_with_arguments",
            "Puts two arguments into a message",
            arguments: [
                Argument(
                    name: "arg1",
                    summary: "The first",
                    candidates: ["paris", "park", "party", "test", "testing"]
                ),
                Argument(name: "arg2", summary: "The second", candidates: ["one", "two"]),
            ],
            behaviour: withArguments
        ),
        PromptFixture(
            "test_prompt_with_embedded_resource",
            "Embeds a resource in a message",
            arguments: [
                Argument(
                    name: "resourceUri",
                    summary: "The URI it is embedded under",
                    candidates: ResourceFixture.all.map(\.uri)
                )
            ],
            behaviour: withResource
        ),
        PromptFixture("test_prompt_with_image", "Shows a picture in a message", behaviour: withImage),
        PromptFixture(
            "test_input_required_result_prompt",
            "Asks the user for a context before it can be filled in",
            since: .june2025,
            behaviour: asking
        ),
    ]

    /// Comes and goes with `test_trigger_prompt_change`.
    static let dynamic = PromptFixture("test_dynamic_prompt", "Listed only sometimes", behaviour: simple)

    private static let simple = FixtureBehaviour.answer { _ in
        messages(["type": "text", "text": "This is a simple prompt for testing."])
    }

    private static let withArguments = FixtureBehaviour.answer { use in
        let text = "Prompt with arguments: arg1='\(use.text("arg1"))', arg2='\(use.text("arg2"))'"
        return messages(["type": "text", "text": .string(text)])
    }

    private static let withResource = FixtureBehaviour.answer { use in
        messages(
            [
                "type": "resource",
                "resource": [
                    "uri": .string(use.text("resourceUri")), "mimeType": "text/plain",
                    "text": "Embedded resource content for testing.",
                ],
            ],
            ["type": "text", "text": "Please process the embedded resource above."]
        )
    }

    private static let withImage = FixtureBehaviour.answer { _ in
        messages(
            ["type": "image", "data": .string(Sample.picture), "mimeType": "image/png"],
            ["type": "text", "text": "Please analyze the image above."]
        )
    }

    private static let asking = FixtureBehaviour.dialogue { _, dialogue in
        guard let context = dialogue.field("context", of: "user_context")?.stringValue else {
            if dialogue.isRefused("user_context") {
                return .finish(messages(["type": "text", "text": "No context was given."]))
            }
            let question = "What context should the prompt use?"
            return .ask([
                .form("user_context", question, properties: ["context": ["type": "string"]], required: ["context"])
            ])
        }
        return .finish(messages(["type": "text", "text": .string("In this context: \(context)")]))
    }
}
