package import MCP

/// How a request to an integration ended.
package enum UpstreamAnswer: Sendable, Hashable {
    /// As it ended on the connection to the integration.
    case outcome(RequestOutcome)
    /// Nothing was sent: the integration cannot be called; with the cause, which goes on after the integration's name.
    case absent(String)
}
