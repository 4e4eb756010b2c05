import Health

/// A health machine that is told outcomes one after the other, each a minute later or when the pause is over.
struct HealthStory {
    private var machine: HealthMachine
    private var now: Moment

    init(_ subject: EntrySubject) {
        machine = HealthMachine(subject.policy, needsCredential: subject.needsCredential)
        now = Moment(.seconds(1))
        _ = machine.configured(at: .origin)
    }

    /// The state now.
    var state: HealthState { machine.state(at: now) }

    /// The state when nobody has looked for longer than evidence counts.
    var stateWhenOld: HealthState { machine.state(at: now.advanced(by: machine.policy.interval * 2)) }

    /// The same with one more contact, which ends soon enough for the evidence before it to count.
    func after(_ outcome: Outcome) -> HealthStory {
        var next = self
        next.now = now.advanced(by: min(.seconds(60), machine.policy.interval / 10))
        var outcome = outcome
        (outcome.at, outcome.startedAt) = (next.now, now)
        _ = next.machine.observe(outcome, at: next.now)
        return next
    }
}
