import Conformance

/// How a verdict is marked in a table: a sign and a colour on a terminal, a word elsewhere.
enum VerdictMark: CaseIterable {
    case passed, failed, advisory, incomplete, notApplicable, expectedFailure

    init(_ result: CheckResult, strict: Bool) {
        self =
            switch result.verdict {
            case .passed: .passed
            case .failed: result.isAdvisory(strict: strict) ? .advisory : .failed
            case .incomplete: .incomplete
            case .notApplicable: .notApplicable
            case .expectedFailure: .expectedFailure
            }
    }

    var word: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .advisory: "advisory"
        case .incomplete: "incomplete"
        case .notApplicable: "not applicable"
        case .expectedFailure: "expected failure"
        }
    }

    /// One word, for columns that are split at white space.
    var plainWord: String {
        switch self {
        case .notApplicable: "n/a"
        case .expectedFailure: "expected"
        case .passed, .failed, .advisory, .incomplete: word
        }
    }

    var sign: String {
        switch self {
        case .passed: "✔"
        case .failed: "✘"
        case .advisory: "!"
        case .incomplete: "?"
        case .notApplicable: "–"
        case .expectedFailure: "≈"
        }
    }

    var emphasis: TextStyle.Emphasis {
        switch self {
        case .passed: .good
        case .failed: .bad
        case .advisory, .incomplete: .warning
        case .notApplicable, .expectedFailure: .quiet
        }
    }
}
