import JSON

/// Promises structured content and does not send it.
struct MissingStructuredContent: Fault {
    static let form = FaultForm(
        "missing-structured-content",
        .calling,
        "leaves out the structured content that its outputSchema promises",
        breaks: "A tool with an outputSchema returns structured content."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/call"), answer.result["structuredContent"] != nil else {
            return .pass
        }
        answer.result["structuredContent"] = nil
        return answer.sent
    }
}
