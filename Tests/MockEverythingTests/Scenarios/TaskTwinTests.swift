import MCP
import Testing

@Suite("Scenarios about tasks", .timeLimit(.minutes(1)))
struct TaskTwinTests {
    @Test("find the server that breaks their rule", arguments: TaskTwin.all)
    func found(twin: TaskTwin) async throws {
        let scenario = try #require(ServerScenario.byID[twin.scenario])
        var scene = Scene(reach: .stdio, revision: .july2026)
        scene.tampering = twin.change
        await withKnownIssue {
            try await scenario.play(scene)
        }
    }
}
