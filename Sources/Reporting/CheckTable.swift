package import Conformance

/// The words of the checks that a report may name, found by id.
package struct CheckTable: Sendable {
    /// In the order of reports.
    let checks: [Check]
    private let places: [CheckID: Int]

    /// A table of these checks; of two with one id the first counts.
    package init(_ checks: [Check] = CheckRegistry.explained) {
        self.checks = checks
        places = Dictionary(zip(checks.map(\.id), checks.indices)) { first, _ in first }
    }

    /// The check with an id; nil where this version has none, as in a report of another version.
    subscript(_ id: CheckID) -> Check? { places[id].map { checks[$0] } }

    /// Where a rule is written, for a row.
    func link(_ result: CheckResult) -> String? {
        self[result.check]?.rule(in: result.revision)?.source.address(in: result.revision)
    }
}
