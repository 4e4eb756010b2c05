/// Takes its time before the first answer, and is quick from then on.
struct SlowStart: Fault {
    static let form = FaultForm(
        "slow-start",
        .life,
        "answers nothing before a time has passed since it was started",
        breaks: "Nothing: it shows whether a client's time limit for the start holds.",
        FaultParameter("delay", .duration, "2s", "time from start to the first answer")
    )

    private let delay: Duration

    init(_ arguments: FaultArguments) {
        delay = arguments.duration("delay")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .sending(var emission) = event, context.now + emission.delay < delay else { return .pass }
        emission.delay = delay - context.now
        return .instead([emission])
    }
}
