/// How far the legacy handshake of one connection or HTTP session has come; modern requests do not touch it.
package enum LegacyHandshake: Sendable, Hashable {
    case none
    /// `initialize` is answered, and the client's `notifications/initialized` awaited.
    case answered(Peer)
    case complete(Peer)

    /// What the handshake agreed on.
    package struct Peer: Sendable, Hashable {
        package let revision: ProtocolRevision
        package let capabilities: ClientCapabilities
        /// Self-reported.
        package let info: Implementation

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
