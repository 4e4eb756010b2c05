package import Conformance
import JSON

/// A report line by line: an object per row as they come, and one with the counts at the end.
package struct LinesRenderer: Sendable {
    private let checks: CheckTable
    private let isStrict: Bool
    private let hasTimes: Bool

    /// - Parameters:
    ///   - checks: The words of the checks.
    ///   - isStrict: Whether a broken recommendation counts.
    ///   - hasTimes: Whether durations are written.
    package init(checks: CheckTable = CheckTable(), isStrict: Bool, hasTimes: Bool = true) {
        self.checks = checks
        self.isStrict = isStrict
        self.hasTimes = hasTimes
    }

    /// A row, with its line break.
    package func line(_ result: CheckResult) -> String {
        let row = RowJSON(checks: checks, isStrict: isStrict, hasTimes: hasTimes)
        return JSONValue.object(row.value(result)).text() + "\n"
    }

    /// What follows the last row, with its line break.
    package func end(of report: Report) -> String {
        let whole = JSONRenderer(report: report, checks: checks, hasTimes: hasTimes)
        let value: JSONValue = ["summary": whole.summary, "exitStatus": JSONValue(Int(report.exitCode.rawValue))]
        return value.text() + "\n"
    }

    /// All of a report that is over.
    package func text(of report: Report) -> String {
        report.results.map(line).joined() + end(of: report)
    }
}
