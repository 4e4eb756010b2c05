package import Conformance
package import MCP

/// One subject in one revision: a suite in JUnit, a column in a table.
package struct ReportColumn: Hashable, Sendable {
    /// What was checked.
    package let subject: Subject
    /// The revision that was spoken.
    package let revision: ProtocolRevision

    /// The subject's title and the revision.
    package var name: String {
        "\(subject.title) \(revision.rawValue)"
    }

    /// Whether a row belongs here.
    package func holds(_ result: CheckResult) -> Bool {
        result.subject == subject && result.revision == revision
    }

    /// The columns of a report in the order of their first rows.
    package static func columns(of report: Report) -> [ReportColumn] {
        var seen: Set<ReportColumn> = []
        return report.results
            .map { ReportColumn(subject: $0.subject, revision: $0.revision) }
            .filter { seen.insert($0).inserted }
    }
}
