import MCP
import Conformance

/// A report as workflow commands of GitHub Actions: what counts as errors, what could not be tried as warnings.
///
/// GitHub shows ten of each kind for a step; the last line says how many there are.
struct AnnotationRenderer {
    let report: Report
    let checks: CheckTable

    var text: String {
        let order: [(VerdictMark, String)] = [(.failed, "error"), (.incomplete, "warning"), (.advisory, "notice")]
        let rows = order.flatMap { wanted, command in
            AlikeRows.groups(of: report.results.filter { VerdictMark($0, strict: report.isStrict) == wanted })
                .map { line(command, $0, wanted) }
        }
        let problems = (report.faults + report.staleExcuses).map { text in
            "::error title=\(Self.property("openwork-conform"))::\(Self.data(text))"
        }
        return (problems + rows + [Headline(report).text]).joined(separator: "\n") + "\n"
    }

    private func line(_ command: String, _ group: AlikeRows, _ mark: VerdictMark) -> String {
        let row = group.first
        var properties = [("title", "\(row.check) · \(row.subject.title)")]
        if let place = row.place { properties = [("file", place.file), ("line", "\(place.line)")] + properties }
        let revisions = group.rows.map(\.revision.rawValue).joined(separator: ", ")
        let details = ResultDetails(row, check: checks[row.check], seed: report.seed).lines
            .filter { $0.name != "seed" }.map { "\($0.name): \(Excerpt.visible($0.text))" }
        let message = (["\(mark.word) in \(revisions)"] + details).joined(separator: "\n")
        let written = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
        return "::\(command) \(written)::\(Self.data(message))"
    }

    /// What stands behind the second `::`.
    static func data(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    /// What stands behind a name and `=`.
    static func property(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private static func escaped(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += table[$1] ?? String($1) }
    }
}
