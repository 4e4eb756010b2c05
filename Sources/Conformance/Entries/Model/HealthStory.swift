import Health

/// A health machine that is told outcomes one after the other, each a minute later or when the pause is over.
struct HealthStory {
    private var teller: any StateTeller
    private let interval: Duration
    private var now = Moment(.seconds(1))

    init(_ subject: EntrySubject) {
        teller = subject.teller(subject)
        interval = subject.policy.interval
    }

    /// The state now.
    var state: HealthState { teller.state(at: now) }

    /// The state when nobody has looked for longer than evidence counts.
    var stateWhenOld: HealthState { teller.state(at: now.advanced(by: interval * 2)) }

    /// The same with one more contact, which ends soon enough for the evidence before it to count.
    func after(_ outcome: Outcome) -> HealthStory {
        var next = self
        next.now = now.advanced(by: min(.seconds(60), interval / 10))
        var outcome = outcome
        (outcome.at, outcome.startedAt) = (next.now, now)
        next.teller.take(outcome, at: next.now)
        return next
    }
}
