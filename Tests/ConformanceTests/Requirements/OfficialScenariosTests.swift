import Conformance
import MCP
import Testing

@Suite("What the official suite requires is tried by our own checks")
struct OfficialScenariosTests {
    @Test("every scenario has a check that its revision has", arguments: OfficialScenarios.revisions)
    func covered(revision: ProtocolRevision) {
        let required = OfficialScenarios.server(in: revision) + OfficialScenarios.client(in: revision)
        #expect(required.count == (revision == .july2026 ? 37 + 32 : 30 + 18))
        let open = required.filter { scenario in
            !OfficialScenarios.checks(of: scenario).contains { CheckRegistry.check($0)?.rule(in: revision) != nil }
        }
        #expect(open == [])
    }

    @Test("a check knows its scenarios, and a scenario its checks")
    func bothWays() {
        #expect(OfficialScenarios.scenarios(of: "CALL-IMAGE") == ["tools-call-image"])
        #expect(OfficialScenarios.checks(of: "auth/iss-normalized") == ["CLIENT-AUTH-ISS-EXACT"])
        #expect(OfficialScenarios.scenarios(of: "CLIENT-HTTP-SESSION-NEW") == [])
        #expect(OfficialScenarios.scenarios(of: "WIRE-UTF8") == [])
    }
}
