/// Answers that are due together leave in reverse order.
struct ReorderedResponses: Fault {
    static let form = FaultForm(
        "reordered-responses",
        .timing,
        "holds every other response back for a moment, so that the next overtakes it",
        breaks: "Nothing: responses may come in any order, and are matched by id.",
        FaultParameter("hold", .duration, "20ms", "how long it is held back")
    )

    private let hold: Duration
    private var holdsNext = true

    init(_ arguments: FaultArguments) {
        hold = arguments.duration("hold")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        defer { holdsNext.toggle() }
        guard holdsNext else { return .pass }
        var late = answer.emission
        late.delay += hold
        return .instead([late])
    }
}
