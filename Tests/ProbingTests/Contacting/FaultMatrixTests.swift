import Health
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Probing
import Testing
import TestSupport

@Suite("A mock with a fault")
struct FaultMatrixTests {
    private static let inMemory = FaultExpectation.all.filter { $0.transports.contains(.memory) }
    private static let overPipes = FaultExpectation.all.filter { $0.transports.contains(.stdio) }

    @Test("is judged as declared in memory", .timeLimit(.minutes(1)), arguments: inMemory)
    func memory(row: FaultExpectation) async throws {
        let server = try MockServer.sample.failing(row.fault)
        let judge = WireJudge(excusing: WireExcuse.of(server.writtenFaults))
        defer { judge.report() }
        let (ours, theirs) = judge.pair(limits: ProbeBounds.small(row.bound).channel)
        let report = await withTaskGroup { group in
            group.addTask { _ = await server.serve(over: theirs, clock: ContinuousClock()) }
            defer { group.cancelAll() }
            return await Prober.forTests.contact(over: ours, .clock, bounds: .small(row.bound))
        }
        try check(report, row)
    }

    @Test("is judged as declared over pipes, and nothing of it is left", .timeLimit(.minutes(1)), arguments: overPipes)
    func stdio(row: FaultExpectation) async throws {
        let mock = StdioServer(
            executable: try #require(BuiltProduct.path(of: "openwork-mock")),
            arguments: ["--fault", row.fault],
            environment: ["PATH": "/usr/bin:/bin"]
        )
        let report = await Prober.forTests.contact(starting: mock, .clock, bounds: .small(row.bound))
        try check(report, row)
        #expect(report?.exits.allSatisfy { $0.ending != .stuck } == true)
    }

    private func check(_ report: ContactReport?, _ row: FaultExpectation) throws {
        let report = try #require(report)
        let outcome = report.outcome
        #expect(outcome.code == row.code, "\(row.fault): \(outcome.evidence.summary) \(report.violations.map(\.code))")
        if let step = row.step { #expect(outcome.evidence.step == step, "\(row.fault): \(outcome.evidence.summary)") }
        var first = HealthMachine(needsCredential: true)
        _ = first.observe(outcome, at: outcome.at)
        #expect(first.state(at: outcome.at) == row.firstState)
        var later = HealthMachine(needsCredential: true)
        var good = outcome
        (good.code, good.proof) = (.ok, .credential)
        _ = later.observe(good, at: outcome.at)
        _ = later.observe(outcome, at: outcome.at)
        #expect(later.state(at: outcome.at) == row.laterState)
    }
}
