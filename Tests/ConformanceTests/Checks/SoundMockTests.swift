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
            !result.verdict.isSound
        }
        #expect(wrong.map { "\($0.check): \($0.verdict)" } == [])
        #expect(report.faults == [])
        #expect(report.results.map(\.check) == CheckRegistry.checks.map(\.id))
        #expect(report.results.allSatisfy { $0.revision == revision })
    }

    @Test(
        "no check fails on the server with everything in memory, and none is left untried",
        .timeLimit(.minutes(1)),
        arguments: ProtocolRevision.allCases
    )
    func passesWithEverything(revision: ProtocolRevision) async {
        let report = await MockRun(revisions: .only(revision), call: nil).report(changing: [])
        #expect(report.results.filter { !$0.verdict.isSound }.map { "\($0.check): \($0.verdict)" } == [])
        #expect(report.faults == [])
        let features = report.results.filter { ["RES", "PROMPT", "UTIL"].contains($0.check.group) }
        #expect(features.filter { $0.verdict == .passed }.count >= 10)
    }

    @Test(
        "no check fails on the server with everything over HTTP, and none is left untried",
        .timeLimit(.minutes(1)),
        arguments: ProtocolRevision.allCases
    )
    func passesOverHTTP(revision: ProtocolRevision) async throws {
        let report = try await MockRun(revisions: .only(revision), call: nil).reportOverHTTP()
        #expect(report.results.filter { !$0.verdict.isSound }.map { "\($0.check): \($0.verdict)" } == [])
        #expect(report.faults == [])
        #expect(report.results.filter { $0.check.rawValue.hasPrefix("HTTP-") && $0.verdict == .passed }.count >= 1)
    }

    @Test(
        "a server of the stateless era only, and one with sessions only, pass over HTTP",
        .timeLimit(.minutes(1)),
        arguments: [RevisionOffer.modern, .legacy]
    )
    func oneEra(offer: RevisionOffer) async throws {
        let report = try await MockRun(revisions: .found, call: nil).reportOverHTTP(offer: offer)
        #expect(report.results.filter { !$0.verdict.isSound }.map { "\($0.check): \($0.verdict)" } == [])
        #expect(report.results.map(\.revision.era).allSatisfy { offer.preferred(in: $0) != nil })
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

extension Verdict {
    /// Whether there is nothing to be said against the server, and nothing left to try.
    var isSound: Bool {
        switch self {
        case .passed, .notApplicable: true
        case .failed, .incomplete, .expectedFailure: false
        }
    }
}

extension CheckID {
    fileprivate var group: String {
        String(rawValue.prefix { $0 != "-" })
    }
}
