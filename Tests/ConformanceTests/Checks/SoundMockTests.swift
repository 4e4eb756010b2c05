import Conformance
import MCP
import MockMCP
import Testing

@Suite("A sound server passes")
struct SoundMockTests {
    @Test(
        "no check fails on the sound mock, and none is left untried",
        .timeLimit(.minutes(1)),
        arguments: ProtocolRevision.allCases
    )
    func passes(revision: ProtocolRevision) async {
        let report = await MockRun(revisions: .only(revision)).report(.sample)
        let wrong = report.results.filter { result in
            switch result.verdict {
            case .passed, .notApplicable: false
            case .failed, .incomplete, .expectedFailure: true
            }
        }
        #expect(wrong.map { "\($0.check): \($0.verdict)" } == [])
        #expect(report.faults == [])
        #expect(report.results.map(\.check) == CheckRegistry.checks.map(\.id))
        #expect(report.results.allSatisfy { $0.revision == revision })
    }

    @Test("what a revision has no rule for is not applicable", arguments: CheckRegistry.checks.map(\.id))
    func noRule(check: CheckID) throws {
        let check = try #require(CheckRegistry.check(check))
        for revision in ProtocolRevision.allCases where check.rule(in: revision) == nil {
            let record = SessionRecord(
                revision: revision,
                opening: .silent(bound: .seconds(1)),
                bound: .seconds(1),
                stopBound: .seconds(1)
            )
            #expect(check.verdict(on: record) == .notApplicable("revision \(revision) has no such rule"))
        }
    }
}
