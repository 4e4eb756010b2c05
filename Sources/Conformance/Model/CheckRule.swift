package import MCP

/// How binding a check is in a range of revisions, and where that is written.
package struct CheckRule: Hashable, Sendable {
    /// The revisions, oldest and newest included, in which the rule stands like this.
    package let revisions: ClosedRange<ProtocolRevision>
    /// What breaking the rule means in those revisions.
    package let level: RequirementLevel
    /// Where it is written in those revisions.
    package let source: RuleSource

    /// One row of a check's table of rules.
    package init(_ revisions: ClosedRange<ProtocolRevision>, _ level: RequirementLevel, _ source: RuleSource) {
        self.revisions = revisions
        self.level = level
        self.source = source
    }

    /// A rule that stands alike in all five revisions.
    package static func always(_ level: RequirementLevel, _ source: RuleSource) -> CheckRule {
        CheckRule(ProtocolRevision.november2024...ProtocolRevision.latest, level, source)
    }

    /// A rule of the revisions that begin with `initialize`.
    package static func legacy(_ level: RequirementLevel, _ source: RuleSource) -> CheckRule {
        CheckRule(ProtocolRevision.november2024...ProtocolRevision.latestLegacy, level, source)
    }

    /// A rule of the revisions that carry everything in each request.
    package static func modern(_ level: RequirementLevel, _ source: RuleSource) -> CheckRule {
        CheckRule(ProtocolRevision.latest...ProtocolRevision.latest, level, source)
    }
}
