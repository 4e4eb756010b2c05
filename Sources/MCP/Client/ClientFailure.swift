/// Why a client session never became ready.
package enum ClientFailure: Error, Sendable, Hashable {
    case startTimedOut(after: Duration)
    /// `initialize` had no answer in time.
    case handshakeTimedOut(after: Duration)
    /// The probe had no answer in time, and we do not speak the legacy era.
    case probeTimedOut(after: Duration)
    case ended(ConnectionEnd, during: Phase)
    /// The server answered the probe as a legacy one does, and we only speak the modern era.
    case legacyServer(ErrorObject?)
    /// The server is modern but has no revision that we offer; its own list, as written.
    case noCommonRevision(offered: [ProtocolRevision], supported: [String])
    /// The server is modern and refused the probe.
    case probeRefused(ErrorObject)
    case initializeRefused(ErrorObject)
    /// The server answered `initialize` with a version that we do not offer or do not know.
    case unacceptableVersion(String, offered: [ProtocolRevision])
    /// The answer to `initialize` or to the probe breaks the protocol.
    case invalidHandshake(ProtocolViolation)

    /// What was awaited when the connection ended.
    package enum Phase: String, Sendable, Hashable {
        case probe, initialize
    }
}
