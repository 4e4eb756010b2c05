import Conformance
import MCP

/// A report for CI services: a suite per subject and revision, a case per check.
///
/// A broken rule that counts is a `failure`; what could not be tried is an `error`, because CI must not show it as
/// green; what does not apply, and a broken recommendation, are `skipped` with the reason.
struct JUnitRenderer {
    let report: Report
    let checks: CheckTable

    var text: String {
        let suites = ReportColumn.columns(of: report)
        let all = Counts(report.results, strict: report.isStrict)
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<testsuites name="openwork-conform" \#(all.common) time="\#(report.duration.seconds)">"#,
        ]
        for suite in suites {
            lines += self.suite(suite)
        }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private func suite(_ column: ReportColumn) -> [String] {
        let results = report.results.filter(column.holds)
        let time = results.map(\.duration).reduce(.zero, +)
        let name = XMLText.attribute(column.name)
        let counts = Counts(results, strict: report.isStrict)
        var lines = [#"  <testsuite name="\#(name)" \#(counts.attributes) time="\#(time.seconds)">"#]
        lines.append("    <properties>")
        for (key, value) in properties(of: column) {
            lines.append(#"      <property name="\#(key)" value="\#(XMLText.attribute(value))"/>"#)
        }
        lines.append("    </properties>")
        for result in results {
            lines += testCase(result, in: column)
        }
        lines.append("  </testsuite>")
        return lines
    }

    private func properties(of column: ReportColumn) -> [(String, String)] {
        [
            ("version", report.version), ("mode", report.mode), ("seed", "\(report.seed)"),
            ("subject", column.subject.kind.rawValue), ("transport", column.subject.transport.rawValue),
            ("revision", column.revision.rawValue),
        ]
    }

    private func testCase(_ result: CheckResult, in column: ReportColumn) -> [String] {
        let name = XMLText.attribute(result.check.rawValue)
        let opening =
            #"    <testcase classname="\#(XMLText.attribute(column.name))" name="\#(name)" "#
            + #"time="\#(result.duration.seconds)""#
        let inside = [outcome(of: result)].compactMap(\.self) + result.attempts.map { attempt($0, of: result) }
        guard !inside.isEmpty else {
            return [opening + "/>"]
        }
        return [opening + ">"] + inside.map { "      " + $0 } + ["    </testcase>"]
    }

    /// An earlier attempt, as Surefire began to write them and services have read them since.
    private func attempt(_ attempt: Attempt, of result: CheckResult) -> String {
        let start = result.isFlaky ? "flaky" : "rerun"
        return attempt.verdict.finding.map { element("\(start)Failure", type: "attempt", message: $0.actual) }
            ?? element("\(start)Error", type: "incomplete", message: attempt.verdict.note ?? "")
    }

    private func outcome(of result: CheckResult) -> String? {
        switch VerdictMark(result, strict: report.isStrict) {
        case .passed:
            nil
        case .failed:
            element("failure", type: result.level?.rawValue ?? "rule", message: actual(result), body: details(result))
        case .advisory:
            element("skipped", message: "advisory: " + actual(result), body: details(result))
        case .expectedFailure:
            element("skipped", message: "expected failure: " + actual(result), body: details(result))
        case .incomplete:
            element("error", type: "incomplete", message: result.verdict.note ?? "", body: details(result))
        case .notApplicable:
            element("skipped", message: "not applicable: " + (result.verdict.note ?? ""))
        }
    }

    private func element(_ name: String, type: String? = nil, message: String, body: String? = nil) -> String {
        let type = type.map { #" type="\#(XMLText.attribute($0))""# } ?? ""
        let opening = #"<\#(name)\#(type) message="\#(XMLText.attribute(message))""#
        guard let body else {
            return opening + "/>"
        }
        return opening + ">" + XMLText.content(body) + "</\(name)>"
    }

    private func actual(_ result: CheckResult) -> String {
        result.verdict.finding?.actual ?? ""
    }

    private func details(_ result: CheckResult) -> String {
        ResultDetails(result, check: checks[result.check], seed: report.seed).lines
            .map { "\($0.name): \($0.text)" }
            .joined(separator: "\n")
    }

    private struct Counts {
        /// What both kinds of suites may say.
        let common: String
        let attributes: String

        init(_ results: [CheckResult], strict: Bool) {
            let summary = Summary(of: results, strict: strict)
            let skipped = summary.notApplicable + summary.advisory + summary.expectedFailure
            common = #"tests="\#(results.count)" failures="\#(summary.failed)" errors="\#(summary.incomplete)""#
            attributes = common + #" skipped="\#(skipped)""#
        }
    }
}
