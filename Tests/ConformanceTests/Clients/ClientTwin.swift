import Conformance
import MCP
import Testing

/// A client that breaks the rule of one check, and the scene that shows it.
struct ClientTwin: Sendable, CustomTestStringConvertible {
    let check: CheckID
    let tampering: ClientTampering
    /// Nil for the first scene of the check that its revision has.
    var scene: ClientScene.ID?
    /// Nil for the newest of each era that has the rule.
    var revision: ProtocolRevision?

    init(
        _ check: CheckID,
        _ tampering: ClientTampering,
        in scene: ClientScene.ID? = nil,
        only revision: ProtocolRevision? = nil
    ) {
        self.check = check
        self.tampering = tampering
        self.scene = scene
        self.revision = revision
    }

    var testDescription: String { check.rawValue }

    static let all =
        opening + posting + streams + headers + rounds + discovery + login + scopes + identity + issuers
        + grants

    /// The revisions in which it is played.
    var revisions: [ProtocolRevision] {
        if let revision { return [revision] }
        guard let about = ClientCheckRegistry.checks.first(where: { $0.id == check })?.about else { return [] }
        return [ProtocolEra.legacy, .modern].compactMap { era in
            ProtocolRevision.allCases.last { $0.era == era && about.rule(in: $0) != nil }
        }
    }
}
