import JSON

/// Answers a call with nothing to read.
struct MissingContent: Fault {
    static let form = FaultForm(
        "missing-content",
        .calling,
        "leaves content out of the results of calls",
        breaks: "The result of a call has content, if only []."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/call") else { return .pass }
        answer.result["content"] = nil
        return answer.sent
    }
}
