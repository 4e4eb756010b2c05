import MCP

/// Where the pages about HTTP are, revision by revision.
extension CheckRule {
    static let streamableRevisions = ProtocolRevision.march2025...ProtocolRevision.november2025

    /// A rule of the revisions that have Streamable HTTP with sessions.
    static func streamable(_ level: RequirementLevel, _ anchor: String) -> CheckRule {
        CheckRule(streamableRevisions, level, .specification("basic/transports#\(anchor)"))
    }

    /// A rule of the stateless era's HTTP.
    static func modernHTTP(_ level: RequirementLevel, _ anchor: String) -> CheckRule {
        .modern(level, .specification("basic/transports/streamable-http#\(anchor)"))
    }
}
