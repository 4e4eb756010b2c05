/// Sends every message later than it could.
struct Latency: Fault {
    static let form = FaultForm(
        "latency",
        .timing,
        "sends each message after a delay, with a random part on top",
        breaks: "Nothing: it shows whether time limits hold and what counts as slow.",
        FaultParameter("delay", .duration, "1s", "how much later"),
        FaultParameter("jitter", .duration, "0ms", "up to so much more, by the seed")
    )

    private let delay: Duration
    private let jitter: Duration

    init(_ arguments: FaultArguments) {
        delay = arguments.duration("delay")
        jitter = arguments.duration("jitter")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var emission = event.sent else { return .pass }
        emission.delay += delay + jitter * Double.random(in: 0...1, using: &context.random)
        return .instead([emission])
    }
}
