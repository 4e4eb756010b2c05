/// The revisions one side is ready to speak on a connection; never empty.
package struct RevisionOffer: Sendable, Hashable {
    /// Newest first, without repetition.
    package let revisions: [ProtocolRevision]

    /// Every revision this package knows: the offer of a dual-era peer.
    package static let all = RevisionOffer(trusted: ProtocolRevision.allCases)

    /// The revisions with a handshake; a client with this offer never probes.
    package static let legacy = RevisionOffer(trusted: ProtocolRevision.allCases.filter { $0.era == .legacy })

    /// The stateless revisions; a client with this offer never falls back to `initialize`.
    package static let modern = RevisionOffer(trusted: ProtocolRevision.allCases.filter { $0.era == .modern })

    /// Offers the given revisions; nil when there are none.
    package init?(_ revisions: some Sequence<ProtocolRevision>) {
        let offered = Set(revisions)
        guard !offered.isEmpty else { return nil }
        self.init(trusted: offered)
    }

    private init(trusted revisions: some Sequence<ProtocolRevision>) {
        self.revisions = revisions.sorted(by: >)
    }

    /// Pins a connection to one revision.
    package static func only(_ revision: ProtocolRevision) -> RevisionOffer {
        RevisionOffer(trusted: [revision])
    }

    /// The newest offered revision of an era; nil when the offer has none of it.
    package func preferred(in era: ProtocolEra) -> ProtocolRevision? {
        revisions.first { $0.era == era }
    }

    /// Whether the revision is among those offered.
    package func contains(_ revision: ProtocolRevision) -> Bool {
        revisions.contains(revision)
    }

    /// The newest revision of an era that is both offered and in a peer's list of version strings.
    package func best(of versions: [String], in era: ProtocolEra) -> ProtocolRevision? {
        revisions.first { $0.era == era && versions.contains($0.rawValue) }
    }
}
