import JSON

/// The client's side of one connection as a state machine: events go in, actions come out, nothing happens inside.
///
/// The owner performs the returned actions in order. A request may complete in the very actions that `request` returns,
/// so whoever waits for an id registers before performing them.
package struct ClientSession: Sendable {
    /// Fixed for the session's life, respawns included.
    package let configuration: ClientConfiguration

    /// Where the connection stands.
    package enum Stage: Sendable, Hashable {
        case idle
        case probing(ProtocolRevision)
        case initializing(ProtocolRevision)
        case awaitingRespawn
        case ready(ProtocolRevision)
        case failed(ClientFailure)
        case closed(ConnectionEnd)
    }

    /// Moves forward only, but for the return from probing to a fresh process.
    package internal(set) var stage = Stage.idle

    /// What is known of the server; nil before the session is ready.
    package internal(set) var server: ServerDescription?

    /// The two parts of a modern request's metadata that never change, written once.
    let infoText: Payload
    let capabilitiesText: Payload

    var handshake: HandshakeProgress
    var requests = RequestTable()
    var serverRequests: Set<RequestID> = []

    /// A session that waits to be told that its transport is open.
    package init(configuration: ClientConfiguration) {
        self.configuration = configuration
        infoText = .text(JSONText(configuration.info.json(for: .latest)))
        capabilitiesText = .text(JSONText(configuration.capabilities.json))
        handshake = HandshakeProgress(respawnsLeft: configuration.respawnLimit)
    }

    /// The revision in force; nil before the session is ready.
    package var revision: ProtocolRevision? { server?.revision }

    /// Requests that have neither ended nor been given up.
    package var requestsInFlight: Int { requests.count }
}
