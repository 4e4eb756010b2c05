extension HealthMachine {
    /// What was found is due to something that only people can change, and nobody looks again before: it does not grow old.
    ///
    /// The next contact, or another configuration, takes the place of it as ever.
    package mutating func holdsUntilChanged() {
        standing.validUntil = nil
    }

    /// The moment after which what was found counts no more; nil for what does not grow old.
    package var countsUntil: Moment? { standing.validUntil }
}
