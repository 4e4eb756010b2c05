import JSON

/// Answers a call as if it had worked, with what the vendor said in its place, as more than half of all servers do.
struct RefusalAsResult: Fault {
    static let form = FaultForm(
        "refusal-as-result",
        .calling,
        "answers every call with a good result that holds a refusal",
        breaks: "The result of a call that did not work has isError.",
        FaultParameter("text", .rest, #"{"error":{"code":401,"message":"Unauthorized"}}"#, "what it holds")
    )

    private let text: JSONValue

    init(_ arguments: FaultArguments) {
        text = .string(arguments.text("text"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/call") else { return .pass }
        answer.result["content"] = [["type": "text", "text": text]]
        answer.result["structuredContent"] = nil
        answer.result["isError"] = nil
        return answer.sent
    }
}
