import JSON
import MCP

/// Answers with an envelope that has nothing in it.
struct MissingResult: Fault {
    static let form = FaultForm(
        "missing-result",
        .envelope,
        "answers with neither result nor error",
        breaks: "A response has a result or an error."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response() else { return .pass }
        answer.message["result"] = nil
        answer.message["error"] = nil
        return answer.sent
    }
}
