import JSON
import MCP

/// Says yes and no in one answer.
struct ResultAndError: Fault {
    static let form = FaultForm(
        "result-and-error",
        .envelope,
        "answers with a result and an error at once",
        breaks: "A response has a result or an error, never both."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response() else { return .pass }
        if answer.message["result"] == nil { answer.message["result"] = .value([:]) }
        if answer.message["error"] == nil {
            answer.message["error"] = .value(["code": -32603, "message": "and yet it failed"])
        }
        return answer.sent
    }
}
