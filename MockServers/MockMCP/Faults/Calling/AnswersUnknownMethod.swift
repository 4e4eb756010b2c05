import JSON

/// Answers what it does not know.
struct AnswersUnknownMethod: Fault {
    static let form = FaultForm(
        "answers-unknown-method",
        .calling,
        "answers methods that do not exist with a result",
        breaks: "An unknown method gets error -32601."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response(), answer.error?["code"] == -32601,
            answer.request.method != "server/discover"
        else { return .pass }
        answer.result = answer.request.isModern ? ["resultType": "complete"] : [:]
        return answer.sent
    }
}
