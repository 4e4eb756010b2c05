import Conformance
import MCP

/// A report for people: a table, then everything needed to understand and repeat what did not pass, then the counts.
struct PrettyRenderer {
    let report: Report
    let style: TextStyle
    let checks: CheckTable

    var text: String {
        let columns = ReportColumn.columns(of: report)
        var lines = [title(columns), ""]
        if report.usage != nil {
            lines += EntryMatrix(report).lines(style: style)
        } else {
            lines += columns.count > 1 ? VerdictMatrix(self, columns).lines : VerdictList(self).lines
        }
        lines += findings
        lines += untried
        lines += notes
        if let usage = report.usage { lines.append(usage.text(wall: report.duration, checks: report.results.count)) }
        lines.append(summary)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The groups of checks that have rows, with the ids of those rows in the order of the registry.
    var groups: [(group: CheckGroup, checks: [CheckID])] {
        let present = Set(report.results.map(\.check))
        return CheckGroup.allCases.compactMap { group in
            let ids = checks.checks.filter { $0.group == group && present.contains($0.id) }.map(\.id)
            return ids.isEmpty ? nil : (group, ids)
        }
    }

    /// How wide the longest id is, in characters.
    var idWidth: Int {
        report.results.map(\.check.rawValue.count).max() ?? 0
    }

    func mark(_ result: CheckResult) -> VerdictMark {
        VerdictMark(result, strict: report.isStrict)
    }

    func check(_ id: CheckID) -> Check? {
        checks[id]
    }

    private func title(_ columns: [ReportColumn]) -> String {
        let subjects = Set(columns.map(\.subject))
        let many = "\(Set(subjects.map(\.name)).count) integrations"
        let named = subjects.map { "\($0.title) (\($0.kind.rawValue), \($0.transport.rawValue))" }.sorted()
        let what = subjects.count > 3 ? [many] : named
        let revisions = columns.count == 1 ? " · \(columns[0].revision.rawValue)" : ""
        let name = style.emphasised("openwork-conform \(report.version)", .strong)
        return "\(name) · \(what.joined(separator: ", "))\(revisions) · seed \(report.seed)"
            + (report.selection.map { " · \($0)" } ?? "") + (report.shard.map { " · part \($0.shard)" } ?? "")
    }

    /// Each broken rule with its details, those that count first; alike in several revisions, it is printed once.
    private var findings: [String] {
        [VerdictMark.failed, .advisory, .expectedFailure].flatMap { wanted in
            AlikeRows.groups(of: report.results.filter { mark($0) == wanted }).flatMap { group -> [String] in
                let (first, results) = (group.first, group.rows)
                let level = first.level.map { " (\($0.rawValue))" } ?? ""
                let revisions = results.map(\.revision.rawValue).joined(separator: ", ")
                let heading = "\(wanted.word) \(first.check.rawValue)\(level) · \(first.subject.title) \(revisions)"
                return ["", style.emphasised(heading, wanted.emphasis)] + details(first)
            }
        }
    }

    private func details(_ result: CheckResult) -> [String] {
        ResultDetails(result, check: check(result.check), seed: report.seed).lines.flatMap { name, text in
            wrapped(text, indent: "  " + name.padded(to: 10), isWrapped: name != "repeat" && name != "link")
        }
    }

    /// What could not be tried, together where the cause is the same.
    private var untried: [String] {
        let rows = report.results.filter { mark($0) == .incomplete }
        var causes: [String] = []
        var ids: [String: [String]] = [:]
        for row in rows {
            let cause = "\(row.subject.title) \(row.revision): \(row.verdict.note ?? "")"
            if ids[cause] == nil {
                causes.append(cause)
            }
            ids[cause, default: []].append(row.check.rawValue)
        }
        return causes.flatMap { cause -> [String] in
            let heading = style.emphasised("incomplete", VerdictMark.incomplete.emphasis)
            return [""] + wrapped(cause, indent: heading + " · ", indentWidth: 13)
                + wrapped((ids[cause] ?? []).joined(separator: ", "), indent: "  " + "checks".padded(to: 10))
        }
    }

    private var notes: [String] {
        let stale = report.staleExcuses.flatMap {
            wrapped($0, indent: style.emphasised("stale excuse: ", .bad), indentWidth: 14)
        }
        let notes = report.notes.flatMap { wrapped($0, indent: "note: ") } + stale
        let faults = report.faults.flatMap {
            wrapped($0, indent: style.emphasised("fault of openwork-conform: ", .bad), indentWidth: 27)
        }
        return notes.isEmpty && faults.isEmpty ? [""] : [""] + notes + faults + [""]
    }

    private var summary: String {
        let summary = report.summary
        let counts: [(Int, VerdictMark)] = [
            (summary.passed, .passed), (summary.failed, .failed), (summary.advisory, .advisory),
            (summary.incomplete, .incomplete), (summary.notApplicable, .notApplicable),
            (summary.expectedFailure, .expectedFailure),
        ]
        let flaky = summary.flaky > 0 ? ", \(summary.flaky) flaky" : ""
        let shown = counts.filter { $0.0 > 0 || $0.1 == .passed || $0.1 == .failed }.map { count, mark in
            let text = "\(count) \(mark.word)"
            return count > 0 ? style.emphasised(text, mark.emphasis) : text
        }
        let interrupted = report.wasInterrupted ? "interrupted; " : ""
        return "\(interrupted)\(shown.joined(separator: ", "))\(flaky) in \(report.duration.seconds) s"
    }

    private func wrapped(
        _ text: String,
        indent: String,
        indentWidth: Int? = nil,
        isWrapped: Bool = true
    ) -> [String] {
        let indentWidth = indentWidth ?? indent.count
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            // Whatever a server wrote, it must not steer the terminal.
            let line = Excerpt.visible(line)
            return isWrapped && style.isTerminal ? line.wrapped(to: style.width - indentWidth) : [line]
        }
        return lines.enumerated().map { index, line in
            (index == 0 ? indent : String(repeating: " ", count: indentWidth)) + line
        }
    }
}
