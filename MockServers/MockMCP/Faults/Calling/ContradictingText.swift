import JSON

/// Says one thing in its text and another in its structured content.
struct ContradictingText: Fault {
    static let form = FaultForm(
        "contradicting-text",
        .calling,
        "returns a text beside its structured content that does not say the same",
        breaks: "A result with structured content also has it as text, for older clients.",
        FaultParameter("text", .text, "done", "the text")
    )

    private let text: JSONValue

    init(_ arguments: FaultArguments) {
        text = .string(arguments.text("text"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/call"), answer.result["structuredContent"] != nil else {
            return .pass
        }
        answer.result["content"] = [["type": "text", "text": text]]
        return answer.sent
    }
}
