import MCP
import MockEverything
import Testing

/// Says which of the official scenarios are played here, so that none is missing in silence.
@Suite("Coverage of the official scenarios")
struct CoverageTests {
    @Test("every server scenario is played", arguments: [ProtocolRevision.november2025, .july2026])
    func server(revision: ProtocolRevision) {
        let required = RequiredScenarios.server[revision] ?? []
        let optional = RequiredScenarios.optionalServer[revision] ?? []
        #expect((required + optional).filter { ServerScenario.byID[$0] == nil } == [])
    }

    @Test("every client scenario is played", arguments: [ProtocolRevision.november2025, .july2026])
    func client(revision: ProtocolRevision) {
        let required = RequiredScenarios.client[revision] ?? []
        let optional = RequiredScenarios.optionalClient[revision] ?? []
        #expect((required + optional).filter { !Self.isPlayed($0) } == [])
    }

    @Test("what is played and what is not is printed")
    func table() {
        var lines = ["revision    leg     required  played  scenario"]
        for revision in [ProtocolRevision.november2025, .july2026] {
            let rows: [(String, String, [String])] = [
                ("server", "yes", RequiredScenarios.server[revision] ?? []),
                ("server", "no ", RequiredScenarios.optionalServer[revision] ?? []),
                ("client", "yes", RequiredScenarios.client[revision] ?? []),
                ("client", "no ", RequiredScenarios.optionalClient[revision] ?? []),
            ]
            for (leg, required, ids) in rows {
                for id in ids {
                    lines.append("\(revision)  \(leg)  \(required)       \(Self.played(leg, id))  \(id)")
                }
            }
        }
        print(lines.joined(separator: "\n"))
        #expect(lines.count == 1 + 30 + 18 + 10 + 37 + 32 + 20)
    }

    /// By the client that we test: a scenario about authorization counts when its test is there.
    private static func isPlayed(_ id: String) -> Bool {
        ClientScenario(rawValue: id) != nil || AuthScenario.byID[id] != nil
    }

    private static func played(_ leg: String, _ id: String) -> String {
        if leg == "client" { return isPlayed(id) ? "yes   " : "no    " }
        guard let scenario = ServerScenario.byID[id] else { return "no    " }
        return scenario.reach == nil ? "yes   " : "HTTP  "
    }
}
