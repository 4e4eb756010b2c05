import Conformance
import MCP
import Testing

@Suite("What a run ends with")
struct ReportTests {
    @Test(
        "depends on the worst verdict that counts",
        arguments: [
            ([.passed], false, RunExitCode.passed),
            ([.passed, .notApplicable("")], false, .passed),
            ([.passed, .failed(expected: "", actual: "")], false, .failed),
            ([.incomplete("")], false, .incomplete),
            ([.incomplete(""), .failed(expected: "", actual: "")], false, .failed),
            ([], false, .incomplete),
        ] as [([Verdict], Bool, RunExitCode)]
    )
    func code(verdicts: [Verdict], isStrict: Bool, code: RunExitCode) {
        #expect(report(verdicts, .must, isStrict: isStrict).exitCode == code)
    }

    @Test("a broken recommendation counts only when strict", arguments: [(false, RunExitCode.passed), (true, .failed)])
    func advisory(isStrict: Bool, code: RunExitCode) {
        let report = report([.failed(expected: "", actual: "")], .should, isStrict: isStrict)
        #expect(report.exitCode == code)
        #expect(report.summary.advisory == (isStrict ? 0 : 1))
        #expect(report.summary.failed == (isStrict ? 1 : 0))
    }

    @Test("a fault of ours outweighs everything")
    func fault() {
        #expect(report([.passed], .must, faults: ["ours"]).exitCode == .harnessFault)
    }

    @Test("an interrupted run is never a passed one")
    func interrupted() {
        #expect(report([.passed], .must, wasInterrupted: true).exitCode == .incomplete)
    }

    private func report(
        _ verdicts: [Verdict],
        _ level: RequirementLevel,
        isStrict: Bool = false,
        wasInterrupted: Bool = false,
        faults: [String] = []
    ) -> Report {
        let results = verdicts.map { verdict in
            CheckResult(
                subject: Subject(name: "demo", kind: .live, transport: .stdio),
                revision: .latest,
                check: "INIT-PING",
                level: level,
                verdict: verdict,
                duration: .zero,
                command: ""
            )
        }
        return Report(
            version: "",
            mode: "live",
            seed: 1,
            isStrict: isStrict,
            wasInterrupted: wasInterrupted,
            duration: .zero,
            results: results,
            faults: faults
        )
    }
}
