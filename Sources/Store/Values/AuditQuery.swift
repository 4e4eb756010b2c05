/// What is looked for in the audit; nil matches anything.
package struct AuditQuery: Sendable, Hashable {
    /// Only what was done to this integration.
    package var integration: String?
    /// Only what was done on behalf of this party.
    package var party: String?
    /// Only this kind of thing.
    package var action: String?
    /// Only what came before this position, as the page before told.
    package var before: Int64?
    /// Rows on a page, 1 to 1,000; others are taken as the nearest of these.
    package var limit: Int

    /// Everything, 100 rows a page, unless something is given.
    package init(
        integration: String? = nil,
        party: String? = nil,
        action: String? = nil,
        before: Int64? = nil,
        limit: Int = 100
    ) {
        self.integration = integration
        self.party = party
        self.action = action
        self.before = before
        self.limit = limit
    }
}
