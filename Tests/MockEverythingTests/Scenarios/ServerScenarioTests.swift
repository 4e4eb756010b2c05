import Conformance
import MCP
import MockEverything
import Testing

/// A row of the table: one scenario in one revision over one transport.
struct ScenarioRow: Sendable, CustomTestStringConvertible {
    let id: String
    let scene: Scene

    var testDescription: String { "\(id) \(scene.testDescription)" }

    static let all: [ScenarioRow] = OfficialScenarios.revisions.flatMap { revision in
        let ids = OfficialScenarios.server(in: revision) + OfficialScenarios.unscoredServer(in: revision)
        return ids.flatMap { id -> [ScenarioRow] in
            guard let scenario = ServerScenario.byID[id] else { return [] }
            let reaches = scenario.reach.map { [$0] } ?? Reach.allCases
            return reaches.map { ScenarioRow(id: id, scene: Scene(reach: $0, revision: revision)) }
        }
    }
}

@Suite("Scenarios of the official suite for servers", .timeLimit(.minutes(1)))
struct ServerScenarioTests {
    @Test("everything passes", arguments: ScenarioRow.all)
    func passes(row: ScenarioRow) async throws {
        let scenario = try #require(ServerScenario.byID[row.id])
        try await scenario.play(row.scene)
    }
}
