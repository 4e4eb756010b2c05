import JSON
import MCP

/// Answers under an id that nobody used.
struct WrongID: Fault {
    static let form = FaultForm(
        "wrong-id",
        .envelope,
        "answers under another id than the request's",
        breaks: "A response carries the id of its request."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response() else { return .pass }
        let id: JSONValue =
            switch answer.request.id {
            case .string(let text): .string(text + "-of-nobody")
            default: .number(JSONNumber((answer.request.id.intValue ?? 0) + 1_000_000))
            }
        answer.message["id"] = .value(id)
        return answer.sent
    }
}
