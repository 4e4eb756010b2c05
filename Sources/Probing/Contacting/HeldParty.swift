package import MCP
package import MCPConnection

/// Who is behind a connection that is held open: what servers are told that we can do, and what answers and hears them.
package struct HeldParty: Sendable {
    /// Declared to the server.
    package var capabilities: ClientCapabilities
    /// Answers what was declared, and hears notifications first.
    package var handlers: ClientHandlers

    /// A party; by default one that declares nothing and hears nothing.
    package init(capabilities: ClientCapabilities = .none, handlers: ClientHandlers = .none) {
        self.capabilities = capabilities
        self.handlers = handlers
    }
}
