/// The revisions in which a definition or a member is on the wire: all, unless bounds are named.
struct WireRevisions: Sendable, Hashable {
    var since = ProtocolRevision.november2024
    /// The last revision that has it.
    var through = ProtocolRevision.latest

    func contains(_ revision: ProtocolRevision) -> Bool {
        since <= revision && revision <= through
    }
}
