import Conformance
import MCP
import MCPConnection
import MockMCP
import TestSupport
import Testing

@Suite("Each check has a server that breaks its rule")
struct TwinTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let twin: Twin
        let revision: ProtocolRevision

        var testDescription: String {
            "\(twin.testDescription) in \(revision)"
        }
    }

    static let cases: [Case] = Twin.all.flatMap { twin -> [Case] in
        let ruled = ProtocolRevision.allCases.filter { CheckRegistry.check(twin.check)?.rule(in: $0) != nil }
        return (twin.revisions ?? ruled).map { Case(twin: twin, revision: $0) }
    }

    @Test("every registered check has a twin, in each era that has its rule", arguments: CheckRegistry.checks.map(\.id))
    func hasTwin(check: CheckID) throws {
        let rules = try #require(CheckRegistry.check(check)).rules
        let eras = Set(rules.flatMap { [$0.revisions.lowerBound.era, $0.revisions.upperBound.era] })
        let tried = Set(Self.cases.filter { $0.twin.check == check }.map(\.revision.era))
        if check.rawValue.hasPrefix("STOP-") {
            #expect(!tried.isEmpty)
        } else {
            #expect(tried == eras)
        }
    }

    @Test("the check fails on its twin, and says what it expected", .timeLimit(.minutes(1)), arguments: cases)
    func fails(_ broken: Case) async throws {
        let check = try #require(CheckRegistry.check(broken.twin.check))
        let run = MockRun(
            revisions: .only(broken.revision),
            checks: [check],
            bounds: TalkBounds(step: broken.twin.isSilent ? .seconds(6) : .seconds(30)),
            call: broken.twin.call
        )
        let report = try await report(broken.twin, run)
        let result = try #require(report.results.first)
        guard case .failed(let finding) = result.verdict else {
            Issue.record("\(result.verdict) instead of a failure")
            return
        }
        #expect(!finding.expected.isEmpty)
        #expect(!finding.actual.isEmpty)
        #expect(result.command.contains("--check \(check.id)"))
        #expect(report.faults.isEmpty)
    }

    private func report(_ twin: Twin, _ run: MockRun) async throws -> Report {
        switch twin.place {
        case .memory:
            let broken = try twin.faults.reduce(twin.mock) { try $0.failing($1) }
            let later = try twin.laterFaults?.reduce(twin.mock) { try $0.failing($1) }
            return await run.report(broken, later: later, limits: ChannelLimits(messageBytes: 1 << 20))
        case .http:
            // Of the stateless era alone: some of its rules are for those who serve nothing else.
            let isModern = run.revisions == .only(.july2026)
            return try await run.reportOverHTTP(twin.faults, offer: isModern ? .modern : .all)
        case .changed:
            return await run.report(changing: twin.faults)
        case .process(let line):
            let mock = try #require(BuiltProduct.path(of: "openwork-mock"), "build openwork-mock first")
            let faults = twin.faults.map { "--fault \($0)" }.joined(separator: " ")
            return await run.report(shell: line, environment: ["MOCK": mock, "FAULTS": faults])
        }
    }
}
