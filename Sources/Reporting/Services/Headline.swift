import Conformance

/// What came of a run, in a few words.
struct Headline {
    /// The worst that there is, for a colour.
    let worst: VerdictMark
    /// The counts that matter, the worst first.
    let text: String
    /// The same in one or two words.
    let short: String

    init(_ report: Report) {
        let summary = report.summary
        let counts: [(Int, VerdictMark)] = [
            (summary.failed, .failed), (summary.incomplete, .incomplete), (summary.advisory, .advisory),
            (summary.passed, .passed), (summary.notApplicable, .notApplicable),
            (summary.expectedFailure, .expectedFailure),
        ]
        var words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1.word)" }
        if summary.flaky > 0 { words.append("\(summary.flaky) flaky") }
        if words.isEmpty { words = ["nothing was checked"] }
        let stale = report.staleExcuses.count
        if stale > 0 { words.insert("\(stale) stale \(stale == 1 ? "excuse" : "excuses")", at: 0) }
        if report.wasInterrupted { words.insert("interrupted", at: 0) }
        if !report.faults.isEmpty { words.insert("a fault of openwork-conform", at: 0) }
        text = words.joined(separator: ", ")
        short = words[0]
        worst =
            switch report.exitCode {
            case .passed: .passed
            case .incomplete: .incomplete
            default: .failed
            }
    }
}
