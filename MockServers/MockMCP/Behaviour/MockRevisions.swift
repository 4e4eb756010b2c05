package import MCP

/// The revisions of the protocol that a mock serves.
public struct MockRevisions: Sendable, Hashable {
    /// What is offered, as the protocol layer knows it.
    package let offer: RevisionOffer

    /// Wraps an offer of the protocol layer.
    package init(_ offer: RevisionOffer) {
        self.offer = offer
    }

    /// Both eras: each client is served in the one that it opens with.
    public static let dual = MockRevisions(.all)
    /// The four revisions with an `initialize` handshake.
    public static let legacy = MockRevisions(.legacy)
    /// The stateless revisions, from 2026-07-28 on.
    public static let modern = MockRevisions(.modern)

    /// One revision by its date, or `dual`, `legacy`, `modern`; nil for any other text.
    public init?(_ text: String) {
        switch text {
        case "dual": self = .dual
        case "legacy": self = .legacy
        case "modern": self = .modern
        default:
            guard let revision = ProtocolRevision(rawValue: text) else { return nil }
            offer = .only(revision)
        }
    }

    /// All that can be written for it.
    package static let names = ["dual", "legacy", "modern"] + ProtocolRevision.allCases.map(\.rawValue)

    /// The shortest way to write it: one name, or the dates.
    var written: [String] {
        for name in ["dual", "legacy", "modern"] where MockRevisions(name) == self { return [name] }
        return offer.revisions.map(\.rawValue).reversed()
    }
}
