package import Health

/// One contact with a server, as far as the history needs it.
package struct StoredContact: Sendable, Hashable {
    /// The id of the integration.
    package var integration: String
    /// When it ended.
    package var at: WallTime
    /// What it came to.
    package var code: OutcomeCode
    /// How long it took; nil where that says nothing about the server.
    package var latency: Duration?

    /// A contact that ended at a moment.
    package init(integration: String, at: WallTime, code: OutcomeCode, latency: Duration? = nil) {
        self.integration = integration
        self.at = at
        self.code = code
        self.latency = latency
    }
}
