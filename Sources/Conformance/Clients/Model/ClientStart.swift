package import MCPHTTP

/// One start of the client under test: where it shall go, and what it is told in its environment.
package struct ClientStart: Sendable, Hashable {
    /// The MCP endpoint; its only further argument.
    package let address: HTTPAddress
    /// What the official suite tells its clients, too: scenario, revision and, where there is any, context.
    package let variables: [String: String]
    /// How long it may take, to its end.
    package let bound: Duration
}
