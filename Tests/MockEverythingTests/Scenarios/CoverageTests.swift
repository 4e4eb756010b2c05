import Conformance
import MCP
import MockEverything
import Testing

/// Says which of the official scenarios for servers are played here, so that none is missing in silence.
@Suite("Coverage of the official scenarios")
struct CoverageTests {
    @Test("every server scenario is played, those too that are not scored", arguments: OfficialScenarios.revisions)
    func server(revision: ProtocolRevision) {
        let wanted = OfficialScenarios.server(in: revision) + OfficialScenarios.unscoredServer(in: revision)
        #expect(wanted.filter { ServerScenario.byID[$0] == nil } == [])
    }
}
