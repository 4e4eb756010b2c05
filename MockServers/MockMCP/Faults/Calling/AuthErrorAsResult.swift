import JSON

/// Reports a refused credential as if it were what was asked for.
struct AuthErrorAsResult: Fault {
    static let form = FaultForm(
        "auth-error-as-result",
        .calling,
        "answers a call with the vendor's refusal, and does not mark it as an error",
        breaks: "A result that reports a failure has isError.",
        FaultParameter(
            "text",
            .rest,
            "{\"error\":{\"code\":401,\"message\":\"Invalid authentication credentials\"}}",
            "what the vendor says"
        )
    )

    private let text: String

    init(_ arguments: FaultArguments) {
        text = arguments.text("text")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/call") else { return .pass }
        answer.result["content"] = [["type": "text", "text": .string(text)]]
        answer.result["structuredContent"] = nil
        answer.result["isError"] = nil
        return answer.sent
    }
}
