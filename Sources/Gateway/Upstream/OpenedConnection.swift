import JSON
package import MCP
import MCPConnection

/// A connection that a session has taken, and what wakes those who look after it.
package struct OpenedConnection: Sendable {
    let client: Client
    let bell: AsyncStream<Void>
    let stale: StaleLists
    /// Arrives when the server tells of changes, or does not do so at all.
    let subscribed: OneShot<Void>
    /// The tools, where somebody else reads them first; nil in it has the session read them itself.
    let tools: OneShot<[JSONValue]?>?

    /// Gives the session the tools that somebody else has read; nil has it read them itself.
    ///
    /// Only the first counts.
    package func take(tools: [Tool]?) {
        self.tools?.fulfil(tools.map { $0.map(\.json) })
    }
}
