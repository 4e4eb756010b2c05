package import MCPConnection
package import MCPHTTP

/// A connection that is held open, valid inside the scope that made it: the client, and what tells more over HTTP.
package struct HeldConnection: Sendable {
    /// The session.
    package let client: Client
    /// The channel below; nil where it is not HTTP.
    package let channel: HTTPChannel?
    /// What was refused below; nil where it is not HTTP.
    package let recorder: RecordedExchanger?
}
