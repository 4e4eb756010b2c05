package import MCPConnection
package import MCPHTTP

/// A connection that is held open: the client, and what tells more over HTTP. Valid inside the scope that made it.
package struct HeldConnection: Sendable {
    /// The session.
    package let client: Client
    /// The channel below; nil where it is not HTTP.
    package let channel: HTTPChannel?
    /// What was refused below; nil where it is not HTTP.
    package let recorder: RecordedExchanger?
}
