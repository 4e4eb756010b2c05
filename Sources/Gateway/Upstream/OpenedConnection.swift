import MCPConnection

/// A connection that a session has taken, and what wakes those who look after it.
package struct OpenedConnection: Sendable {
    let client: Client
    let bell: AsyncStream<Void>
    let stale: StaleLists
}
