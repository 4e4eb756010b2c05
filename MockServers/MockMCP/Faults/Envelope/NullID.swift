import JSON
import MCP

/// Answers without saying to what.
struct NullID: Fault {
    static let form = FaultForm(
        "null-id",
        .envelope,
        "answers with a null id",
        breaks: "A response carries the id of its request, and an id is never null."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response() else { return .pass }
        answer.message["id"] = .value(.null)
        return answer.sent
    }
}
