import JSON
import MCP

/// Refuses without the code that says why.
struct ErrorWithoutCode: Fault {
    static let form = FaultForm(
        "error-without-code",
        .envelope,
        "leaves the code out of its errors",
        breaks: "An error has an integer code and a message."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response(), var error = answer.error else {
            return .pass
        }
        error["code"] = nil
        answer.error = error
        return answer.sent
    }
}
