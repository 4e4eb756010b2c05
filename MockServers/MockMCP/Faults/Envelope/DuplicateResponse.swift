/// Answers every request twice.
struct DuplicateResponse: Fault {
    static let form = FaultForm(
        "duplicate-response",
        .envelope,
        "sends each response twice",
        breaks: "A request gets exactly one response."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        return .instead([answer.emission, answer.emission])
    }
}
