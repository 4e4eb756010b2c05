package import Health
package import JSON

/// One change of an integration's state, with what it rested on.
package struct StoredHealthChange: Sendable, Hashable {
    /// The id of the integration.
    package var integration: String
    /// When it changed.
    package var at: WallTime
    /// What it was.
    package var from: HealthState
    /// What it became.
    package var to: HealthState
    /// The cause, as in reports.
    package var code: String
    /// The cause in a sentence.
    package var message: String
    /// What it rested on, redacted; nil where there was no contact.
    package var evidence: JSONValue?

    /// A change at a moment.
    package init(
        integration: String,
        at: WallTime,
        from: HealthState,
        to: HealthState,
        code: String,
        message: String,
        evidence: JSONValue? = nil
    ) {
        self.integration = integration
        self.at = at
        self.from = from
        self.to = to
        self.code = code
        self.message = message
        self.evidence = evidence
    }
}
