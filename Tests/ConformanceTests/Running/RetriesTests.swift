import Conformance
import MCP
import Testing

@Suite("What did not pass, tried again")
struct RetriesTests {
    private static func report(_ verdicts: [CheckID: Verdict], interrupted: Bool = false) -> Report {
        let rows = verdicts.sorted { $0.key < $1.key }.map { check, verdict in
            CheckResult(
                subject: Subject(name: "demo", kind: .live, transport: .stdio),
                revision: .latest,
                check: check,
                level: .must,
                verdict: verdict,
                duration: .zero,
                command: ""
            )
        }
        return Report(
            version: "1",
            mode: "live",
            seed: 1,
            wasInterrupted: interrupted,
            duration: .zero,
            results: rows
        )
    }

    private static let broken = Verdict.failed(expected: "a", actual: "b")

    @Test("keeps every attempt, and calls flaky what passed in the end")
    func flaky() async {
        let runs = [["A": Self.broken], ["A": .incomplete("busy")], ["A": .passed]] as [[CheckID: Verdict]]
        var next = 1
        let report = await Retries(count: 3).completing(Self.report(runs[0])) { _ in
            defer { next += 1 }
            return Self.report(runs[next])
        }
        #expect(next == 3)
        #expect(report.results[0].attempts.map(\.verdict) == [Self.broken, .incomplete("busy")])
        #expect(report.results[0].isFlaky)
        #expect(report.summary.flaky == 1)
        #expect(report.exitCode == .passed)
    }

    @Test("stays failed when no attempt passes, and asks for nothing else again")
    func failed() async {
        var asked: [[CheckID]] = []
        let first = Self.report(["A": Self.broken, "B": .passed, "C": .notApplicable("x")])
        let report = await Retries(count: 2).completing(first) { rows in
            asked.append(rows.map(\.check))
            return Self.report(["A": Self.broken])
        }
        #expect(asked == [["A"], ["A"]])
        #expect(report.results.map(\.verdict.name) == [.failed, .passed, .notApplicable])
        #expect(report.results[0].attempts.count == 2)
        #expect(report.summary.flaky == 0)
    }

    @Test("is not done when nobody asked for it, or the run was interrupted")
    func never() async {
        for (count, interrupted) in [(0, false), (3, true)] {
            let first = Self.report(["A": Self.broken], interrupted: interrupted)
            let report = await Retries(count: count).completing(first) { _ in
                Issue.record("asked again")
                return first
            }
            #expect(report == first)
        }
    }
}
