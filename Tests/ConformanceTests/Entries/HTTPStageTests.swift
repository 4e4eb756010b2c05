import Conformance
import MCP
import MCPHTTP
import Registry
import Testing

@Suite("A run over entries behind HTTP", .serialized, .timeLimit(.minutes(1)))
struct HTTPStageTests {
    /// The rows about one server, believed as it is played or otherwise.
    private func rows(
        _ entry: Integration,
        _ server: IntegrationServer,
        believing believed: Integration? = nil
    ) async throws -> [CheckResult] {
        let believed = believed ?? entry
        let believedServer = try #require(believed.server(server.id))
        var plan = EntryPlan([EntrySubject(believed, believedServer, played: (entry, server))], over: .http)
        // What nobody answers is not waited for to the end.
        plan.silence = .milliseconds(300)
        let settled = plan
        let report = try await HTTPPool.with { pool in
            let stage = HTTPStage(
                seed: 1,
                exchanger: pool,
                clock: ContinuousClock(),
                info: Implementation(name: "test", version: "1")
            )
            return await EntryRunner(plan: settled, stage: stage, clock: ContinuousClock()).run()
        }
        #expect(report.results.allSatisfy { $0.subject.transport == .http })
        return report.results
    }

    private func verdicts(
        _ entry: Integration,
        _ server: IntegrationServer,
        believing believed: Integration? = nil
    ) async throws -> [CheckID: Verdict] {
        let rows = try await rows(entry, server, believing: believed)
        return Dictionary(rows.map { ($0.check, $0.verdict) }) { first, _ in first }
    }

    @Test(
        "passes where the real server is behind HTTP",
        arguments: ["github", "linear", "zoom", "posthog", "mailchimp", "sentry", "pagerduty"]
    )
    func remote(id: String) async throws {
        let entry = try #require(try EntryTrial.entry(id))
        let server = try #require(entry.servers.first { $0.kind == .remote })
        let rows = try await rows(entry, server)
        let others = rows.filter { ![.passed, .notApplicable].contains($0.verdict.name) && $0.level != .should }
        #expect(others.isEmpty, "\(others.map { "\($0.check) \($0.verdict)" })")
        #expect(rows.contains { $0.check == "AUTH-MISSING" && $0.verdict == .passed })
        // The rules of the transport itself are judged too.
        #expect(rows.contains { $0.check.rawValue.hasPrefix("HTTP-") })
    }

    @Test("says of a server that ends at its start that nobody sees that here")
    func misfit() async throws {
        var found: (Integration, IntegrationServer)?
        for id in EntryTrial.ids {
            guard found == nil, let entry = try EntryTrial.entry(id) else { continue }
            let server = entry.servers.first { server in
                (server.reactions[.missing] ?? []).contains { $0.how == .exit }
            }
            found = server.map { (entry, $0) }
        }
        let (entry, server) = try #require(found)
        let verdicts = try await verdicts(entry, server)
        #expect(verdicts["AUTH-MISSING"]?.name == .notApplicable)
        #expect(verdicts["AUTH-MISSING"]?.note?.contains("over HTTP nobody sees how a process ends") == true)
    }

    @Test("fails when the server refuses otherwise than its entry says")
    func twin() async throws {
        let entry = try #require(try EntryTrial.entry("linear"))
        let server = try #require(entry.servers.first { $0.kind == .remote })
        var played = entry
        var reaction = Reaction(.connect, .http)
        reaction.status = 429
        let index = try #require(played.servers.firstIndex { $0.id == server.id })
        played.servers[index].reactions[.invalid] = [reaction]
        let verdicts = try await verdicts(played, played.servers[index], believing: entry)
        #expect(verdicts["AUTH-INVALID"]?.name == .failed)
        #expect(verdicts["AUTH-MISSING"] == .passed)
    }
}
