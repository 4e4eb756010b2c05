package import MCP

/// One request to one integration, in the integration's own words.
package struct UpstreamRequest: Sendable {
    /// The integration's id.
    package var integration: String
    /// For instance `tools/call`.
    package var method: String
    /// Without what belongs to one hop only: names are the integration's own, and `_meta` holds what is passed on.
    package var params: Members
    /// How long the answer may take.
    package var timeLimit: Duration
    /// On whose behalf.
    package var caller: UpstreamCaller

    /// Describes a request.
    package init(
        _ method: String,
        of integration: String,
        params: Members,
        timeLimit: Duration,
        caller: UpstreamCaller
    ) {
        self.integration = integration
        self.method = method
        self.params = params
        self.timeLimit = timeLimit
        self.caller = caller
    }
}
