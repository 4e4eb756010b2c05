import MCP

/// Where the pages are that speak to clients, revision by revision.
extension CheckRule {
    private static let november2025 = ProtocolRevision.november2025...ProtocolRevision.november2025

    /// A rule of authorization: its anchor in 2025-11-25, and its page and anchor since.
    static func login(_ level: RequirementLevel, _ anchor: String, _ modern: String) -> [CheckRule] {
        [
            CheckRule(november2025, level, .specification("basic/authorization#\(anchor)")),
            modernLogin(level, modern),
        ]
    }

    /// A rule of authorization in the stateless era.
    static func modernLogin(_ level: RequirementLevel, _ place: String) -> CheckRule {
        .modern(level, .specification("basic/authorization/\(place)"))
    }

    /// A rule of an extension, for those who support it.
    static func `extension`(_ number: Int, _ section: String) -> [CheckRule] {
        [CheckRule(ClientScene.official, .should, .rfc(number, section))]
    }

    /// A rule of the revisions with sessions, and of the one without.
    static func posting(_ level: RequirementLevel, _ legacy: String, _ modern: String) -> [CheckRule] {
        [.streamable(level, legacy), .modernHTTP(level, modern)]
    }
}
