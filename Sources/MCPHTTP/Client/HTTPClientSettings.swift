package import HTTPTypes
package import MCPConnection

/// One server over HTTP, and how to talk to it.
package struct HTTPClientSettings: Sendable {
    /// The MCP endpoint, or the event stream of a server of 2024-11-05.
    package var address: HTTPAddress
    /// Sent with every request to the origin of the address; here are fixed credentials.
    package var fields: HTTPFields
    /// Credentials that change; nil for none.
    package var authorizer: (any HTTPAuthorizer)?
    /// What one answer may measure, and how much may wait unread.
    package var limits: ChannelLimits
    /// Times that no request of the session counts itself.
    package var bounds: HTTPClientBounds
    /// How many redirects one request may go through.
    package var redirects: RedirectRule
    /// Whether a legacy server is asked for a stream of what it has to say of its own.
    package var listens: Bool

    /// Describes a server; only its address is needed.
    package init(
        address: HTTPAddress,
        fields: HTTPFields = HTTPFields(),
        authorizer: (any HTTPAuthorizer)? = nil,
        limits: ChannelLimits = ChannelLimits(),
        bounds: HTTPClientBounds = HTTPClientBounds(),
        redirects: RedirectRule = RedirectRule(),
        listens: Bool = true
    ) {
        self.address = address
        self.fields = fields
        self.authorizer = authorizer
        self.limits = limits
        self.bounds = bounds
        self.redirects = redirects
        self.listens = listens
    }
}
