import Health
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Probing
import Simulation
import Testing
import TestSupport

@Suite("A mock with a fault")
struct FaultMatrixTests {
    private static let inMemory = FaultExpectation.all.filter { $0.transports.contains(.memory) }
    private static let overPipes = FaultExpectation.all.filter { $0.transports.contains(.stdio) }

    @Test("is judged as declared in memory", .timeLimit(.minutes(1)), arguments: inMemory)
    func memory(row: FaultExpectation) async throws {
        let server = try row.faults.reduce(MockServer.sample) { try $0.failing($1) }
        let judge = WireJudge(excusing: WireExcuse.of(server.writtenFaults))
        defer { judge.report() }
        let report = await withVirtualTime { clock in
            var bounds = ProbeBounds()
            if row.name == "huge-line" { bounds.channel.messageBytes = 32 << 10 }
            var rules = ProbeSubject.rules()
            rules.slowLimit = .seconds(10)
            let subject = ProbeSubject(rules, probe: .init("clock"))
            let (ours, theirs) = judge.pair(limits: bounds.channel)
            return await withTaskGroup { [bounds] group in
                group.addTask { _ = await server.serve(over: theirs, clock: clock) }
                defer { group.cancelAll() }
                return await Prober.forTests(on: clock).contact(over: ours, subject, bounds: bounds)
            }
        }
        try check(report, row)
    }

    @Test("is judged as declared over pipes, and nothing of it is left", .timeLimit(.minutes(1)), arguments: overPipes)
    func stdio(row: FaultExpectation) async throws {
        let mock = StdioServer(
            executable: try #require(BuiltProduct.path(of: "openwork-mock")),
            arguments: row.faults.flatMap { ["--fault", $0] },
            environment: ["PATH": "/usr/bin:/bin"]
        )
        let report = await Prober.forTests.contact(starting: mock, .clock, bounds: .small(row))
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
        #expect(first.state(at: outcome.at) == row.state(after: .first))
        var later = HealthMachine(needsCredential: true)
        var good = outcome
        (good.code, good.proof) = (.ok, .credential)
        _ = later.observe(good, at: outcome.at)
        _ = later.observe(outcome, at: outcome.at)
        #expect(later.state(at: outcome.at) == row.state(after: .once))
    }
}
