/// The five verdicts as they are spelled in JSON reports.
package enum VerdictName: String, CaseIterable, Sendable {
    /// The rule is kept.
    case passed
    /// The rule is broken.
    case failed
    /// It could not be tried.
    case incomplete
    /// There is nothing to try.
    case notApplicable = "not_applicable"
    /// The rule is broken and a baseline knows it.
    case expectedFailure = "expected_failure"
}
