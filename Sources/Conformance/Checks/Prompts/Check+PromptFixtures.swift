import JSON
import MCP

/// Prompts of every kind, with the fixtures of the official suite.
extension Check {
    static let promptArgumentsUsed = fixture(
        "PROMPT-FILLED",
        "A prompt is filled in with its arguments",
        requirement: "The arguments of prompts/get stand in the messages, where the prompt has a place for them.",
        fixture: "test_prompt_with_arguments",
        twin: "A server that fills in something else.",
        step: .fillPrompt,
        anchor: "getting-a-prompt"
    ) { messages in
        let text = JSONValue.array(messages).text()
        return text.contains("openwork-") ? nil : "messages without the arguments"
    }

    static let promptEmbedded = fixture(
        "PROMPT-EMBEDDED",
        "A prompt can hold a resource",
        requirement: "A resource in the messages of a prompt has a URI, and text or data in Base64.",
        fixture: "test_prompt_with_embedded_resource",
        twin: "A server that leaves the resource out.",
        step: .promptEmbedded,
        anchor: "embedded-resources"
    ) { messages in
        messages.contains { $0["content"]?["type"] == "resource" } ? nil : "no content of type resource"
    }

    static let promptImage = fixture(
        "PROMPT-IMAGE",
        "A prompt can hold a picture",
        requirement: "A picture in the messages of a prompt is Base64 with a MIME type.",
        fixture: "test_prompt_with_image",
        twin: "A server whose picture is no Base64.",
        step: .promptImage,
        anchor: "image-content"
    ) { messages in
        messages.contains { $0["content"]?["type"] == "image" } ? nil : "no content of type image"
    }

    private static func fixture(
        _ id: CheckID,
        _ title: String,
        requirement: String,
        fixture: String,
        twin: String,
        step: Step,
        anchor: String,
        fault: @escaping @Sendable ([JSONValue]) -> String?
    ) -> Check {
        Check(
            id,
            title,
            requirement: requirement,
            reason: "A model takes what it gets for the whole of what the user chose.",
            method: "prompts/get of \(fixture), where there is one.",
            twin: twin,
            rules: [.always(.must, .specification("server/prompts#\(anchor)"))],
            steps: [.listPrompts, step]
        ) { record in
            record.featureResult(step) { result, exchange in
                let messages = result["messages"]?.arrayValue ?? []
                let found =
                    fault(messages)
                    ?? messages.lazy.compactMap { BinaryContent.fault(in: $0["content"] ?? .null) }.first
                return found.map {
                    .failed(
                        expected: title.prefix(1).lowercased() + title.dropFirst(),
                        actual: $0,
                        message: exchange.answer?.excerpt
                    )
                } ?? .passed
            }
        }
    }
}
