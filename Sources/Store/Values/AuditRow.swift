/// One thing that somebody did.
package struct AuditRow: Sendable, Hashable {
    /// When.
    package var at: WallTime
    /// What kind of thing, such as `call`, `configure` or `approve`.
    package var action: String
    /// On whose behalf: a role, a person, or the daemon itself.
    package var party: String
    /// The integration it was done to; nil for none.
    package var integration: String?
    /// The tool; nil where it was none.
    package var tool: String?
    /// How it ended.
    package var outcome: String
    /// How long it took; nil where nobody measured.
    package var duration: Duration?
    /// A hash of the arguments: to tell calls apart without keeping what was in them.
    package var argumentsHash: String?
    /// The trace it belongs to, as `traceparent` has it.
    package var trace: String?

    /// A row of which the rest can be set.
    package init(at: WallTime, action: String, party: String, outcome: String) {
        self.at = at
        self.action = action
        self.party = party
        self.outcome = outcome
    }
}
