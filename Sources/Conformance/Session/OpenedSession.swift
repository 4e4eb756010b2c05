package import JSON
package import MCP

/// What a finished handshake established.
package struct OpenedSession: Hashable, Sendable {
    /// The revision both sides speak from now on.
    package let revision: ProtocolRevision
    /// The revision that we asked for.
    package let requested: ProtocolRevision
    /// The answer to `initialize` or `server/discover`.
    package let result: JSONValue
    /// The exchange that brought it.
    package let exchange: Exchange

    /// What the handshake established.
    package init(revision: ProtocolRevision, requested: ProtocolRevision, result: JSONValue, exchange: Exchange) {
        self.revision = revision
        self.requested = requested
        self.result = result
        self.exchange = exchange
    }

    /// Whether the server declared a capability by its member name.
    package func declares(_ capability: String) -> Bool {
        result["capabilities"]?[capability] != nil
    }
}
