import JSON
import MCPHTTP
import Testing

@testable import MockEverything

/// What the player of client scenarios refuses; what it does in each scenario is checked in ConformanceTests.
@Suite("The player of client scenarios", .timeLimit(.minutes(1)))
struct ClientScenarioTests {
    private func play(_ scenario: String) async throws {
        // Nobody is asked there: all of these end before.
        let player = try ScenarioPlayer(address: try HTTPAddress("http://127.0.0.1:9/mcp"), version: nil, context: nil)
        try await HTTPPool.with { pool in
            try await player.play(scenario, exchanger: pool, clock: ContinuousClock())
        }
    }

    @Test("a scenario about authorization is refused, and nothing is pretended, while there is no authorizer")
    func authorization() async throws {
        await #expect(throws: PlayError.needsAuthorization("auth/basic-cimd")) { try await play("auth/basic-cimd") }
    }

    @Test("a scenario that there is not is named")
    func unknown() async throws {
        await #expect(throws: PlayError.unknown("nonsense")) { try await play("nonsense") }
    }

    @Test("what a scenario needs to know and is not told is named")
    func context() {
        #expect(throws: PlayError.missing("client_secret in MCP_CONFORMANCE_CONTEXT")) {
            try ScenarioAuthorization.profile("auth/pre-registration", ["client_id": "known"])
        }
    }

    @Test("a context that is no JSON is refused")
    func noJSON() throws {
        let address = try HTTPAddress("http://127.0.0.1:9/mcp")
        #expect(throws: PlayError.self) { try ScenarioPlayer(address: address, version: nil, context: "{") }
    }
}
