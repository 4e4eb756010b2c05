import MCP
import Conformance

/// A report for the summary of a CI job or for a comment: the counts, what did not pass, and the matrix.
struct MarkdownRenderer {
    let report: Report
    let checks: CheckTable

    /// Services cut, or refuse, longer ones.
    private static let shownFindings = 50

    var text: String {
        let headline = Headline(report)
        var lines = [
            "## \(headline.worst.sign) openwork-conform: \(headline.text)", "",
            "Version \(MarkdownText.plain(report.version)) · \(MarkdownText.plain(report.mode)) · seed \(report.seed) · "
                + "\(report.results.count) checks of \(report.summary.integrations) integrations in "
                + "\(report.duration.seconds) s",
        ]
        for problem in report.faults { lines += ["", "**Fault of openwork-conform:** \(MarkdownText.plain(problem))"] }
        for stale in report.staleExcuses { lines += ["", "**Stale excuse:** \(MarkdownText.plain(stale))"] }
        lines += section("Failed", .failed, isOpen: true) + section("Could not be tried", .incomplete, isOpen: true)
        lines += section("Advisory", .advisory) + section("Expected failures", .expectedFailure) + flaky + matrix
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ mark: VerdictMark, isOpen: Bool = false) -> [String] {
        let groups = AlikeRows.groups(
            of: report.results.filter { VerdictMark($0, strict: report.isStrict) == mark }
        )
        guard !groups.isEmpty else { return [] }
        var lines = ["", "### \(title)", ""]
        for group in groups.prefix(Self.shownFindings) {
            let revisions = group.rows.map(\.revision.rawValue).joined(separator: ", ")
            let subject = MarkdownText.plain(group.first.subject.title)
            lines += [
                "<details\(isOpen && groups.count <= 5 ? " open" : "")><summary><code>\(MarkdownText.plain(group.first.check.rawValue))</code> · "
                    + "\(subject) · \(revisions)</summary>", "",
            ]
            let details = ResultDetails(group.first, check: checks[group.first.check], seed: report.seed).lines
            let text = details.map { "\($0.name.padded(to: 10))\(Excerpt.visible($0.text))" }.joined(separator: "\n")
            lines += MarkdownText.block(text) + ["", "</details>", ""]
        }
        let more = groups.count - Self.shownFindings
        return lines + (more > 0 ? ["and \(more) more: see the full report"] : [])
    }

    private var flaky: [String] {
        let rows = report.results.filter(\.isFlaky)
        guard !rows.isEmpty else { return [] }
        return ["", "### Flaky", ""]
            + rows.map { row in
                let check = MarkdownText.plain(row.check.rawValue)
                return "- <code>\(check)</code> · \(MarkdownText.plain(row.subject.title)), "
                    + "try \(row.attempts.count + 1)"
            }
    }

    private var matrix: [String] {
        let matrix = EntryMatrix(report)
        guard !matrix.integrations.isEmpty else { return [] }
        let groups = matrix.groups.map(\.rawValue)
        let heading = ["", "<details><summary>All integrations</summary>", ""]
        let top = [
            "| integration | \(groups.joined(separator: " | ")) |", "| --- |" + groups.map { _ in " --- |" }.joined(),
        ]
        let rows = matrix.integrations.map { name in
            let cells = matrix.groups.map { matrix.cells[name]?[$0]?.text ?? "" }
            return "| \(MarkdownText.plain(name)) | \(cells.joined(separator: " | ")) |"
        }
        return heading + top + rows + [
            "", "Passed, then ✘ failed, ? incomplete, ! advisory, ≈ expected, – not applicable.", "", "</details>",
        ]
    }
}
