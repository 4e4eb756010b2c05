package import MCPHTTP

/// One MCP server, who we are to it, and how much is tried.
package struct AuthorizerSettings: Sendable {
    /// The MCP server; its tokens go to its origin only.
    package var server: HTTPAddress
    /// Who we are.
    package var profile: ClientProfile
    /// Scopes asked for beside those that the server names.
    package var extraScopes: ScopeSet
    /// Whether its authorization server may be in a private network although it is not, by the form of its address.
    package var allowsPrivateIssuer: Bool
    /// From a request to the last byte of its answer.
    package var exchangeBound: Duration
    /// How long a user may take to log in.
    package var loginBound: Duration
    /// Bytes of a metadata document or of an answer of the token endpoint.
    package var documentBytes: Int
    /// Tries of a renewal that cannot be had for now, before a request goes out with what there is.
    package var renewalAttempts: Int
    /// The pause before the second try; it doubles.
    package var renewalPause: Duration
    /// A token this young that is refused was not refused for its age: another login would not help.
    package var freshnessInSeconds: Int64

    var rule: AddressRule { AddressRule(server: server, allowsPrivate: allowsPrivateIssuer) }

    /// Settings with bounds that suit a person who waits.
    package init(
        server: HTTPAddress,
        profile: ClientProfile,
        extraScopes: ScopeSet = [],
        allowsPrivateIssuer: Bool = false,
        exchangeBound: Duration = .seconds(30),
        loginBound: Duration = .seconds(600),
        documentBytes: Int = 1 << 20,
        renewalAttempts: Int = 3,
        renewalPause: Duration = .seconds(1),
        freshnessInSeconds: Int64 = 5
    ) {
        self.server = server
        self.profile = profile
        self.extraScopes = extraScopes
        self.allowsPrivateIssuer = allowsPrivateIssuer
        self.exchangeBound = exchangeBound
        self.loginBound = loginBound
        self.documentBytes = documentBytes
        self.renewalAttempts = renewalAttempts
        self.renewalPause = renewalPause
        self.freshnessInSeconds = freshnessInSeconds
    }
}
