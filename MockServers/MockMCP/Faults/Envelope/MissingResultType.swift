import JSON

/// Answers in the stateless era as if it were the other one.
struct MissingResultType: Fault {
    static let form = FaultForm(
        "missing-result-type",
        .envelope,
        "leaves resultType out of its results",
        breaks: "From 2026-07-28 on, every result says its resultType."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(), answer.result["resultType"] != nil else { return .pass }
        answer.result["resultType"] = nil
        return answer.sent
    }
}
