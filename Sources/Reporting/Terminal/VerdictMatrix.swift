import Conformance
import MCP

/// The rows of several subjects or revisions: a line per check, a column per subject and revision.
struct VerdictMatrix {
    let lines: [String]

    init(_ renderer: PrettyRenderer, _ columns: [ReportColumn]) {
        var verdicts: [ReportColumn: [CheckID: CheckResult]] = [:]
        for result in renderer.report.results {
            let column = ReportColumn(subject: result.subject, revision: result.revision)
            verdicts[column, default: [:]][result.check] = result
        }
        let isOneSubject = Set(columns.map(\.subject)).count == 1
        let headings = columns.map { isOneSubject ? $0.revision.rawValue : $0.name }
        let widths = headings.map { max($0.count, 10) }
        let first = "".padded(to: renderer.idWidth + 2)
        var lines = [first + zip(headings, widths).map { $0.padded(to: $1 + 2) }.joined()]
        for (group, ids) in renderer.groups {
            lines.append(renderer.style.emphasised(group.title, .strong))
            for id in ids {
                let cells = zip(columns, widths).map { column, width in
                    VerdictMatrix.cell(verdicts[column]?[id], width: width + 2, renderer)
                }
                lines.append("  " + id.rawValue.padded(to: renderer.idWidth) + cells.joined())
            }
        }
        self.lines = lines.map(\.withoutTrailingSpaces)
    }

    private static func cell(_ result: CheckResult?, width: Int, _ renderer: PrettyRenderer) -> String {
        guard let result else {
            return "".padded(to: width)
        }
        let mark = renderer.mark(result)
        let text = renderer.style.isTerminal ? "\(mark.sign) \(mark.plainWord)" : mark.plainWord
        return renderer.style.emphasised(("  " + text).padded(to: width), mark.emphasis)
    }
}
