/// What a check found; never an error, whatever the server did.
package enum Verdict: Hashable, Sendable {
    /// The rule is kept.
    case passed
    /// The rule is broken, with what was expected and what came.
    case failed(Finding)
    /// It could not be tried: says what was missing.
    case incomplete(String)
    /// There is nothing to try: the capability was never declared, or the revision has no such rule.
    case notApplicable(String)
    /// The rule is broken, and a baseline says that this is known.
    case expectedFailure(Finding)

    /// A broken rule in one line.
    package static func failed(expected: String, actual: String, message: Excerpt? = nil) -> Verdict {
        .failed(Finding(expected: expected, actual: actual, message: message))
    }

    /// The name of the verdict in reports.
    package var name: VerdictName {
        switch self {
        case .passed: .passed
        case .failed: .failed
        case .incomplete: .incomplete
        case .notApplicable: .notApplicable
        case .expectedFailure: .expectedFailure
        }
    }

    /// What was expected and seen, where the rule is broken.
    package var finding: Finding? {
        switch self {
        case .failed(let finding), .expectedFailure(let finding): finding
        case .passed, .incomplete, .notApplicable: nil
        }
    }

    /// What was missing, or why there is nothing to try.
    package var note: String? {
        switch self {
        case .incomplete(let note), .notApplicable(let note): note
        case .passed, .failed, .expectedFailure: nil
        }
    }
}
