/// How far the legacy handshake of one connection or HTTP session has come; modern requests do not touch it.
package enum LegacyHandshake: Sendable, Hashable {
    case none
    /// `initialize` is answered, and the client's `notifications/initialized` awaited.
    case answered(Peer)
    case complete(Peer)

    /// What the handshake agreed on.
    package struct Peer: Sendable, Hashable {
        /// The negotiated revision, always a legacy one.
        package let revision: ProtocolRevision
        /// What the client declared, for the whole connection.
        package let capabilities: ClientCapabilities
        /// Self-reported.
        package let info: Implementation

        /// Records an agreement, for instance one restored from an HTTP session.
        package init(revision: ProtocolRevision, capabilities: ClientCapabilities, info: Implementation) {
            self.revision = revision
            self.capabilities = capabilities
            self.info = info
        }
    }

    /// The other side, once `initialize` was answered.
    package var peer: Peer? {
        switch self {
        case .none: nil
        case .answered(let peer), .complete(let peer): peer
        }
    }
}
