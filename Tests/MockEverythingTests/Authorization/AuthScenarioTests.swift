import JSON
import MCPAuthorization
import MCPHTTP
import MockEverything
import Testing

/// Our client against servers that behave as those of the suite's scenarios about authorization.
@Suite("Scenarios of the official suite about authorization", .timeLimit(.minutes(2)))
struct AuthScenarioTests {
    @Test("our client does what the scenario is about", arguments: AuthScenario.all, ["2025-11-25", "2026-07-28"])
    func sound(scenario: AuthScenario, version: String) async throws {
        let outcome = try await AuthStage.play(scenario, version)
        #expect(scenario.verdict(outcome) == [])
    }

    @Test("a client that does not is found out", arguments: Twin.all)
    func broken(twin: Twin) async throws {
        let outcome = try await AuthStage.play(twin.scenario, "2026-07-28", twin.tampering)
        #expect(twin.scenario.verdict(outcome) != [])
    }

    @Test("every scenario has a twin that breaks it, and a name of its own")
    func completeness() {
        #expect(AuthScenario.all.filter(\.twins.isEmpty).map(\.id) == [])
        #expect(AuthScenario.byID.count == AuthScenario.all.count)
    }

    @Test("what a scenario needs to know and is not told is named")
    func context() async throws {
        var scenario = try #require(AuthScenario.byID["auth/pre-registration"])
        scenario.context = { _ in ["client_id": "known"] }
        let outcome = try await AuthStage.play(scenario, "2026-07-28")
        #expect(outcome.error as? PlayError == .missing("client_secret in MCP_CONFORMANCE_CONTEXT"))
        #expect(outcome.wire.all.isEmpty)
    }
}
