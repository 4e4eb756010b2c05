import JSON

/// The server's side of one connection as a state machine: lines go in, actions come out, nothing happens inside.
///
/// Whether a message is acceptable is decided by `ServerRules`, which remember nothing and serve HTTP just as well; the
/// session adds what belongs to a connection: the legacy handshake, the requests in flight, and batches.
package struct ServerSession: Sendable {
    /// The part that remembers nothing.
    package let rules: ServerRules

    /// How far this connection's own handshake has come; a modern client never begins one.
    package internal(set) var legacy = LegacyHandshake.none
    var calls: [RequestID: RequestContext] = [:]
    var batches = BatchTable()
    var ownRequests: [RequestID: String] = [:]
    var lastOwnID: Int64 = 0
    var inputHasEnded = false

    /// A session that waits for its first message, or goes on where another has come to with its handshake.
    package init(configuration: ServerConfiguration, legacy: LegacyHandshake = .none) {
        rules = ServerRules(configuration: configuration)
        self.legacy = legacy
    }

    /// What the session goes by.
    package var configuration: ServerConfiguration { rules.configuration }

    /// Requests given to the owner and not yet answered.
    package var callsInFlight: Int { calls.count }
}
