package import JSON

/// What the handshake or the probe told about a server.
package struct ServerDescription: Sendable, Hashable {
    /// The revision every further message is to be read by.
    package var revision: ProtocolRevision
    /// Self-reported; nil when a modern server keeps it to itself.
    package var info: Implementation?
    /// What the server declared.
    package var capabilities: ServerCapabilities
    /// Advice for the model; nil when the server gives none.
    package var instructions: String?
    /// The versions a modern server listed; the one negotiated version of a legacy server.
    package var supportedVersions: [String]
    /// The whole result of `initialize` or `server/discover`.
    package var result: JSONValue
    /// How the era was found.
    package var evidence: Evidence

    /// What told the era of the server.
    package enum Evidence: Sendable, Hashable {
        /// We only speak this one.
        case pinned
        case discovered
        /// The server refused the revision of the probe and named another that we share.
        case discoveredAfterRefusal(ErrorObject)
        case probeRefused(ErrorObject)
        case probeUnusable(ProtocolViolation)
        case probeSilent(after: Duration)
        case probeEnded(ConnectionEnd)
        /// The server listed only legacy revisions when probed.
        case discoveredLegacy
    }

    /// The era of the revision in force.
    package var era: ProtocolEra { revision.era }
}
