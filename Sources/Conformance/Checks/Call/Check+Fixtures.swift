import JSON
import MCP

/// One check for each kind of content, where a fixture of the official suite answers with it.
extension Check {
    static let callImage = content("CALL-IMAGE", "a picture", .callImage, "test_image_content", ["image"])
    static let callAudio = content(
        "CALL-AUDIO",
        "a sound",
        .callAudio,
        "test_audio_content",
        ["audio"],
        since: .march2025
    )
    static let callEmbedded = content(
        "CALL-EMBEDDED",
        "a resource",
        .callEmbedded,
        "test_embedded_resource",
        ["resource"]
    )
    static let callMixed = content(
        "CALL-MIXED",
        "text, a picture and a resource",
        .callMixed,
        "test_multiple_content_types",
        ["text", "image", "resource"]
    )

    static let callFailing = Check(
        "CALL-FAILED",
        "A tool that fails says so in its result",
        requirement: "What goes wrong inside a tool is told in a result with isError, and with words for the model.",
        reason: "The model can try something else only when it sees that, and how, the tool failed.",
        method: "The fixture test_error_handling is called, where there is one.",
        twin: "A server whose failing tool looks like one that worked.",
        rules: [.always(.must, .specification("server/tools#error-handling"))],
        steps: [.firstListing, .callFailing]
    ) { record in
        record.featureResult(.callFailing) { result, exchange in
            result["isError"]?.boolValue == true && !(result["content"]?.arrayValue ?? []).isEmpty
                ? .passed
                : .failed(
                    expected: "isError true, and content",
                    actual: result.text(),
                    message: exchange.answer?.excerpt
                )
        }
    }

    private static func content(
        _ id: CheckID,
        _ what: String,
        _ step: Step,
        _ tool: String,
        _ types: [String],
        since first: ProtocolRevision = .november2024
    ) -> Check {
        Check(
            id,
            "A tool can answer with \(what)",
            requirement: """
                Binary data in content is Base64 with a MIME type; an embedded resource has a URI and its text or \
                its data.
                """,
            reason: "Clients decode what they get without asking; wrong Base64 is a broken picture at best.",
            method: "The fixture \(tool) is called, where there is one, and its content decoded.",
            twin: "A server whose data is no Base64, or whose resource has no URI.",
            rules: [CheckRule(first ... .latest, .must, .specification("server/tools#tool-result"))],
            steps: [.firstListing, step]
        ) { record in
            record.featureResult(step) { result, exchange in
                let blocks = result["content"]?.arrayValue ?? []
                let missing = types.first { type in !blocks.contains { $0["type"]?.stringValue == type } }
                let fault =
                    missing.map { "no content of type \"\($0)\"" }
                    ?? blocks.lazy.compactMap { BinaryContent.fault(in: $0) }.first
                return fault.map {
                    .failed(expected: "content of \(what)", actual: $0, message: exchange.answer?.excerpt)
                } ?? .passed
            }
        }
    }
}
