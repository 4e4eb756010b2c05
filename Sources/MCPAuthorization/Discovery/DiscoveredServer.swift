package import MCPHTTP

/// The end of discovery: who issues tokens for a server, and what the server is called in requests for them.
package struct DiscoveredServer: Sendable, Hashable {
    /// The MCP server, as it is spoken to.
    package var server: HTTPAddress
    /// The value of `resource` in every request for a token.
    package var resource: String
    /// Scopes the MCP server names for itself; nil when it does not.
    package var resourceScopes: ScopeSet?
    /// The authorization server.
    package var metadata: ServerMetadata
    /// Whether there was no protected resource metadata: revision 2025-03-26, the server issues its own tokens.
    package var isLegacy: Bool
    /// Whether the MCP server's metadata asks for tokens that are bound to a key.
    package var wantsPossession: Bool

    /// What a search ends with.
    package init(
        server: HTTPAddress,
        resource: String,
        resourceScopes: ScopeSet? = nil,
        metadata: ServerMetadata,
        isLegacy: Bool,
        wantsPossession: Bool = false
    ) {
        self.server = server
        self.resource = resource
        self.resourceScopes = resourceScopes
        self.metadata = metadata
        self.isLegacy = isLegacy
        self.wantsPossession = wantsPossession
    }
}
