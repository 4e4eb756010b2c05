package import MCPHTTP

/// Tokens for one server from one authorization server, with all that is needed to renew them.
package struct Grant: Sendable, Hashable {
    /// The MCP server the tokens are sent to; nothing else ever gets them.
    package var server: HTTPAddress
    /// What the tokens were asked for, sent again with every renewal.
    package var resource: String
    /// The authorization server, as it names itself.
    package var issuer: String
    /// Where renewals go.
    package var tokenEndpoint: HTTPAddress
    /// Nil when tokens cannot be revoked.
    package var revocationEndpoint: HTTPAddress?
    /// As the authorization server published them; nil when it did not.
    package var authenticationMethods: [String]?
    /// The client the tokens were given to; no other can renew them.
    package var clientID: String
    /// How the client came by its id.
    package var source: ClientIdentity.Source
    /// What requests carry.
    package var accessToken: Secret
    /// Nil when there is none: then only a new login helps.
    package var refreshToken: Secret?
    /// What was asked for.
    package var requestedScopes: ScopeSet
    /// What was given; what was asked for where the server did not say.
    package var scopes: ScopeSet
    /// Seconds since 1970.
    package var issuedAt: Int64
    /// Seconds since 1970; nil when the server did not say.
    package var expiresAt: Int64?
    /// The key that the tokens are bound to; nil for tokens that whoever has them can use.
    package var possession: PossessionKey?

    /// Whether it is time for another token: when a tenth of its life, at most a minute, is left.
    package func wantsRefresh(at now: Int64) -> Bool {
        guard let expiresAt else { return false }
        return now >= expiresAt - min(60, (expiresAt - issuedAt) / 10)
    }

    /// Whether the token is past its time.
    package func isExpired(at now: Int64) -> Bool { expiresAt.map { now >= $0 } ?? false }
}
