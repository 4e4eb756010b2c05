import Conformance
import MCP
import Testing

@Suite("The registry of checks")
struct CheckRegistryTests {
    @Test("ids are unique")
    func uniqueIDs() {
        #expect(Set(CheckRegistry.explained.map(\.id)).count == CheckRegistry.explained.count)
    }

    @Test("a check is complete", arguments: CheckRegistry.explained.map(\.id))
    func complete(id: CheckID) throws {
        let check = try #require(CheckRegistry.check(id))
        #expect(check.group != nil)
        #expect(id.rawValue.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "-") })
        #expect([check.title, check.requirement, check.reason, check.method, check.twin].allSatisfy { !$0.isEmpty })
        #expect(!check.title.hasSuffix("."))
        #expect([check.requirement, check.reason, check.method, check.twin].allSatisfy { $0.hasSuffix(".") })
        #expect(!check.rules.isEmpty)
    }

    @Test("no revision has two rules of one check", arguments: CheckRegistry.explained.map(\.id))
    func oneRule(id: CheckID) throws {
        let check = try #require(CheckRegistry.check(id))
        for revision in ProtocolRevision.allCases {
            #expect(check.rules.filter { $0.revisions.contains(revision) }.count <= 1)
        }
    }

    @Test(
        "patterns choose checks",
        arguments: [("STOP-*", 5), ("stop-*", 5), ("INIT-PING", 1), ("*-QUIET", 1), ("NO-SUCH", 0), ("", 0)]
    )
    func matching(pattern: String, count: Int) {
        #expect(CheckRegistry.checks(matching: pattern).count == count)
    }

    @Test(
        "a misspelt id finds its nearest",
        arguments: [("TOOL-NAME", "TOOLS-NAMES"), ("init-pong", "INIT-PING"), ("STOP-SIGTERM", "STOP-ON-SIGTERM")]
    )
    func nearest(text: String, id: String) {
        #expect(CheckRegistry.nearest(to: text)?.rawValue == id)
    }
}
