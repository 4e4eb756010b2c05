import JSON

/// Returns something else than its outputSchema says.
struct WrongStructuredContent: Fault {
    static let form = FaultForm(
        "wrong-structured-content",
        .calling,
        "returns structured content that does not match the outputSchema",
        breaks: "Structured content matches the tool's outputSchema."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/call"),
            let structured = answer.result["structuredContent"]?.objectValue
        else { return .pass }
        let wrong = JSONValue.object(JSONObject(structured.map { ($0.key, ["not", "what", "was", "said"]) }))
        answer.result["structuredContent"] = wrong
        answer.result["content"] = [["type": "text", "text": .string(wrong.text())]]
        return answer.sent
    }
}
