/// A side that sends a method, and the revisions in which it may.
struct WireSender: Sendable {
    let direction: WireDirection
    let revisions: WireRevisions

    static let client = WireSender(direction: .clientToServer, revisions: WireRevisions())
    static let server = WireSender(direction: .serverToClient, revisions: WireRevisions())

    static func client(through last: ProtocolRevision) -> WireSender {
        WireSender(direction: .clientToServer, revisions: WireRevisions(through: last))
    }

    static func server(through last: ProtocolRevision) -> WireSender {
        WireSender(direction: .serverToClient, revisions: WireRevisions(through: last))
    }
}
