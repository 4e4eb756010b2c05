package import Health

/// What makes a state out of outcomes: the health machine, or in a test one that is broken in one way.
package protocol StateTeller: Sendable {
    /// Takes the outcome of a contact that ended now.
    mutating func take(_ outcome: Outcome, at now: Moment)

    /// The state that all of it comes to.
    func state(at now: Moment) -> HealthState
}

extension HealthMachine: StateTeller {
    /// The events are for those who show them; here only the state counts.
    package mutating func take(_ outcome: Outcome, at now: Moment) { _ = observe(outcome, at: now) }
}
