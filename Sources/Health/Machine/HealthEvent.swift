/// What the health machine has to tell after something happened.
package enum HealthEvent: Sendable, Hashable {
    /// The state changed; once per change, in order.
    case changed(Change)
    /// A suspicion needs a probe now, and not when the next one is due.
    case probeWanted(because: OutcomeCode)

    /// One change of state.
    package struct Change: Sendable, Hashable {
        /// What it was.
        package var from: HealthState
        /// What it is now.
        package var to: HealthState
        /// Why.
        package var reason: HealthReason
        /// When; for evidence that grew old, when it did, not when somebody looked.
        package var at: Moment

        /// One change, whoever finds out about it.
        package init(from: HealthState, to: HealthState, reason: HealthReason, at: Moment) {
            self.from = from
            self.to = to
            self.reason = reason
            self.at = at
        }
    }
}
