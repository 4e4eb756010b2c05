/// What was seen in one contact, before anybody judges it.
package struct ContactFacts: Sendable, Hashable {
    /// The one thing that ended the contact.
    package var sighting: Sighting
    /// How far it had come.
    package var step: ContactStep
    /// The last HTTP response that was no success, whatever became of it above; nil over pipes.
    package var http: HTTPFacts?
    /// What the server wrote to its standard error during the contact, oldest first.
    package var errorLines: [String]
    /// How long the step took that ended it.
    package var latency: Duration
    /// When it ended.
    package var at: Moment
    /// Who made it.
    package var source: Outcome.Source
    /// When it began; nil when it was of this one step only.
    package var startedAt: Moment?

    /// Collects what was seen.
    package init(
        _ sighting: Sighting,
        step: ContactStep,
        http: HTTPFacts? = nil,
        errorLines: [String] = [],
        latency: Duration = .zero,
        at: Moment = .origin,
        source: Outcome.Source = .active,
        startedAt: Moment? = nil
    ) {
        self.sighting = sighting
        self.step = step
        self.http = http
        self.errorLines = errorLines
        self.latency = latency
        self.at = at
        self.source = source
        self.startedAt = startedAt
    }
}
