import JSON
import MCP
import MCPConnection

extension ToolFixture {
    /// One tool for each kind of content.
    static let content: [ToolFixture] = [
        ToolFixture(
            "test_simple_text",
            "Answers with a line of text",
            behaviour: .text("This is a simple text response for testing.")
        ),
        ToolFixture("test_image_content", "Answers with a picture", behaviour: .answer { _ in result(picture) }),
        ToolFixture(
            "test_audio_content",
            "Answers with a sound",
            since: .march2025,
            behaviour: .answer { _ in
                result(["type": "audio", "data": .string(Sample.sound), "mimeType": "audio/wav"])
            }
        ),
        ToolFixture(
            "test_embedded_resource",
            "Answers with a resource in the result",
            behaviour: .answer { _ in
                result(
                    embedded("test://embedded-resource", "text/plain", "This is an embedded resource content.")
                )
            }
        ),
        ToolFixture(
            "test_resource_link",
            "Answers with a link to a resource",
            since: .june2025,
            behaviour: .answer { _ in
                result(["type": "resource_link", "uri": "test://static-text", "name": "static-text"])
            }
        ),
        ToolFixture(
            "test_multiple_content_types",
            "Answers with text, a picture and a resource at once",
            behaviour: .answer { _ in
                result(
                    ["type": "text", "text": "Multiple content types test:"],
                    picture,
                    embedded("test://mixed-content-resource", "application/json", #"{"test":"data","value":123}"#)
                )
            }
        ),
        ToolFixture(
            "test_structured_content",
            "Answers with a value beside the text, as its output schema says",
            outputSchema: [
                "type": "object", "properties": ["sum": ["type": "integer"]], "required": ["sum"],
            ],
            behaviour: .answer { use in
                var result = text(#"{"sum":3}"#)
                if use.call.context.revision >= .june2025 { result["structuredContent"] = ["sum": 3] }
                return result
            }
        ),
        ToolFixture(
            "test_error_handling",
            "Always fails, and says so in its result",
            behaviour: .answer { _ in text("This tool intentionally returns an error for testing", isError: true) }
        ),
    ]

    private static let picture: JSONValue = [
        "type": "image", "data": .string(Sample.picture), "mimeType": "image/png",
    ]

    private static func embedded(_ uri: String, _ mimeType: String, _ text: String) -> JSONValue {
        [
            "type": "resource",
            "resource": ["uri": .string(uri), "mimeType": .string(mimeType), "text": .string(text)],
        ]
    }
}
