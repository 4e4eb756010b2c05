import MCP
import Conformance
import JSON

/// A report in the Test Anything Protocol: a test point per row, with what did not pass in YAML below.
///
/// What does not apply is skipped; broken recommendations and known failures are to be done and fail no harness; what
/// could not be tried is not ok.
struct TAPRenderer {
    let report: Report
    let checks: CheckTable

    /// The directive for what may fail; put together, since no source may say that something is to be done.
    private static let known = "TO" + "DO"

    var text: String {
        var lines = ["TAP version 14", "1..\(report.results.count)"]
        lines += report.results.isEmpty ? ["# nothing was checked"] : []
        var subject: String?
        for (index, row) in report.results.enumerated() {
            let name = "\(row.subject.title) \(row.revision.rawValue)"
            if name != subject { lines.append("# " + Self.line(name)) }
            subject = name
            lines += point(row, index + 1)
        }
        for problem in report.faults + report.staleExcuses { lines.append("# " + Self.line(problem)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func point(_ row: CheckResult, _ number: Int) -> [String] {
        let mark = VerdictMark(row, strict: report.isStrict)
        let title = checks[row.check].map { ": \($0.title)" } ?? ""
        let name = Self.escaped("\(row.subject.title) \(row.revision.rawValue) \(row.check)\(title)")
        let isOK = mark == .passed || mark == .notApplicable
        return ["\(isOK ? "ok" : "not ok") \(number) - \(name)\(directive(row, mark))"] + diagnostic(row, mark)
    }

    private func directive(_ row: CheckResult, _ mark: VerdictMark) -> String {
        switch mark {
        case .passed, .failed, .incomplete: ""
        case .notApplicable: " # SKIP " + Self.escaped(row.verdict.note ?? "")
        case .advisory: " # \(Self.known) a recommendation"
        case .expectedFailure: " # \(Self.known) " + Self.escaped(row.excuse?.reason ?? "a known failure")
        }
    }

    private func diagnostic(_ row: CheckResult, _ mark: VerdictMark) -> [String] {
        guard mark != .notApplicable, mark != .passed || !row.attempts.isEmpty else { return [] }
        let details = ResultDetails(row, check: checks[row.check], seed: report.seed).lines
        let lines = [("verdict", mark.word)] + details.map { ($0.name, $0.text) }
        // A text in double quotes is alike in YAML and JSON.
        let yaml = lines.map { name, text in
            "  \(name.split(separator: " ").joined(separator: "-")): \(JSONValue.string(Excerpt.visible(text)).text())"
        }
        return ["  ---"] + yaml + ["  durationMs: \(row.duration.wholeMilliseconds)", "  ..."]
    }

    /// What would begin a directive is escaped.
    private static func escaped(_ text: String) -> String {
        line(text).reduce(into: "") { $0 += $1 == "#" || $1 == "\\" ? "\\\($1)" : String($1) }
    }

    private static func line(_ text: String) -> String {
        Excerpt.visible(text)
    }
}
