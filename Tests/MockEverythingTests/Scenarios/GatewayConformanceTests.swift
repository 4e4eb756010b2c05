import Conformance
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import Testing

/// Our own checks, all of them, against the endpoint of a role whose integration is the server with everything.
@Suite("The checks of servers, with a gateway in front", .timeLimit(.minutes(3)))
struct GatewayConformanceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let revision: ProtocolRevision
        let upstream: ProtocolRevision

        var testDescription: String { "\(revision), \(upstream) behind the gateway" }

        static let all = ProtocolRevision.allCases.flatMap { revision in
            OfficialScenarios.revisions.map { Row(revision: revision, upstream: $0) }
        }
    }

    @Test("every check that the server passes by itself passes at the gateway", arguments: Row.all)
    func sound(row: Row) async throws {
        let bare = try await Self.report(in: row.revision)
        let report = try await GatewayInFront.$upstream.withValue(row.upstream) {
            try await Self.report(in: row.revision)
        }
        let kept = Dictionary(report.results.map { ($0.check, $0.verdict) }) { first, _ in first }
        let lost = bare.results.filter { result in
            result.verdict == .passed && kept[result.check] != .passed && !Self.hasNothingToTry(result.check)
        }
        #expect(lost.map { "\($0.check): \(kept[$0.check].map { "\($0)" } ?? "missing")" } == [])
        #expect(report.faults == [])
        #expect(report.results.count { $0.verdict == .passed } >= 30)
    }

    /// Tasks are not offered at the endpoint of a role, and it breaks no stream off.
    private static func hasNothingToTry(_ check: CheckID) -> Bool {
        check.rawValue.hasPrefix("TASK-") || check == "HTTP-REPLAY" || check == "HTTP-RESUME"
    }

    private static func report(in revision: ProtocolRevision) async throws -> Report {
        try await withEverything { address in
            try await HTTPPool.with { pool in await report(on: address, pool, revision) }
        }
    }

    private static func report(
        on address: HTTPAddress,
        _ pool: HTTPPool,
        _ revision: ProtocolRevision
    ) async -> Report {
        let bounds = TalkBounds(step: .seconds(20))
        let settings = HTTPClientSettings(
            address: address,
            bounds: HTTPClientBounds(delivery: bounds.stop, stream: bounds.request)
        )
        let host = HTTPHost(settings, exchanger: pool, clock: ContinuousClock())
        let subject = Subject(name: "gateway", kind: .mock, transport: .http)
        let plan = RunPlan(
            targets: [RunTarget(subject: subject, host: host)],
            revisions: .only(revision),
            bounds: bounds,
            mode: "offline",
            command: RepeatCommand(server: ["--mock"], namesRevision: true)
        )
        return await Runner(plan: plan, clock: ContinuousClock()).run()
    }
}
