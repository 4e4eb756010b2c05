/// How many rows ended in each verdict; the first six counts of them add up to all rows.
package struct Summary: Hashable, Sendable {
    /// Different subjects by name.
    package var integrations = 0
    /// Rules kept.
    package var passed = 0
    /// Broken rules that fail the run.
    package var failed = 0
    /// Broken rules that do not: recommendations, unless the run is strict.
    package var advisory = 0
    /// What could not be tried.
    package var incomplete = 0
    /// What there was nothing to try for.
    package var notApplicable = 0
    /// What a baseline excuses.
    package var expectedFailure = 0
    /// What passed only when it was tried again; counted among what passed, too.
    package var flaky = 0

    /// Counts the rows.
    package init(of results: [CheckResult], strict: Bool) {
        integrations = Set(results.map(\.subject.name)).count
        for result in results {
            if result.isFlaky { flaky += 1 }
            switch result.verdict {
            case .passed: passed += 1
            case .failed where result.isAdvisory(strict: strict): advisory += 1
            case .failed: failed += 1
            case .incomplete: incomplete += 1
            case .notApplicable: notApplicable += 1
            case .expectedFailure: expectedFailure += 1
            }
        }
    }
}
