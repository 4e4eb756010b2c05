import MCP
import Testing

@Suite("Protocol revisions")
struct ProtocolRevisionTests {
    @Test("the order of declaration is the order in time")
    func order() {
        #expect(ProtocolRevision.allCases == ProtocolRevision.allCases.sorted())
        #expect(ProtocolRevision.allCases.map(\.rawValue).last == "2026-07-28")
        #expect(ProtocolRevision.latest == ProtocolRevision.allCases.max())
    }

    @Test("only 2026-07-28 is modern", arguments: ProtocolRevision.allCases)
    func era(revision: ProtocolRevision) {
        #expect(revision.era == (revision.rawValue == "2026-07-28" ? .modern : .legacy))
    }

    @Test("only 2025-03-26 has batches", arguments: ProtocolRevision.allCases)
    func batches(revision: ProtocolRevision) {
        #expect(revision.allowsBatches == (revision.rawValue == "2025-03-26"))
    }

    @Test("a version nobody published is not a revision", arguments: ["", "1900-01-01", "2025-11-25 ", "latest"])
    func unknown(version: String) {
        #expect(ProtocolRevision(rawValue: version) == nil)
    }
}
