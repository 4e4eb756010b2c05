import JSON
import MCP
import Testing

extension ServerScenario {
    static let prompts: [ServerScenario] = [
        ServerScenario("prompts-list") { scene in
            try await scene.open { stage in
                let prompts = try #require(try await stage.result("prompts/list")["prompts"]?.arrayValue)
                #expect(prompts.count == 5)
                #expect(prompts.allSatisfy { $0["name"]?.stringValue != nil && $0["description"]?.stringValue != nil })
            }
        },
        ServerScenario("prompts-get-simple") { scene in
            try await messages(scene, "test_simple_prompt", [:]) { messages in
                #expect(
                    messages == [
                        [
                            "role": "user",
                            "content": ["type": "text", "text": "This is a simple prompt for testing."],
                        ]
                    ]
                )
            }
        },
        ServerScenario("prompts-get-with-args") { scene in
            let arguments: JSONObject = ["arg1": "testValue1", "arg2": "testValue2"]
            try await messages(scene, "test_prompt_with_arguments", arguments) { messages in
                #expect(
                    messages[0]["content"]?["text"] == "Prompt with arguments: arg1='testValue1', arg2='testValue2'"
                )
            }
        },
        ServerScenario("prompts-get-embedded-resource") { scene in
            let arguments: JSONObject = ["resourceUri": "test://example-resource"]
            try await messages(scene, "test_prompt_with_embedded_resource", arguments) { messages in
                #expect(messages[0]["content"]?["resource"]?["uri"] == "test://example-resource")
                #expect(messages[1]["content"]?["type"] == "text")
            }
        },
        ServerScenario("prompts-get-with-image") { scene in
            try await messages(scene, "test_prompt_with_image", [:]) { messages in
                #expect(messages[0]["content"]?["type"] == "image")
                #expect(messages[0]["content"]?["mimeType"] == "image/png")
                #expect(messages[1]["content"]?["type"] == "text")
            }
        },
    ]

    private static func messages(
        _ scene: Scene,
        _ prompt: String,
        _ arguments: JSONObject,
        _ check: @escaping ([JSONValue]) -> Void
    ) async throws {
        try await scene.open { stage in
            var params: JSONObject = ["name": .string(prompt)]
            if !arguments.isEmpty { params["arguments"] = .object(arguments) }
            check(try #require(try await stage.result("prompts/get", params)["messages"]?.arrayValue))
        }
    }
}
