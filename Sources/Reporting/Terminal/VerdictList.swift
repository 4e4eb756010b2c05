import Conformance
import MCP

/// The rows of one subject in one revision: headings and signs on a terminal, one plain line per check elsewhere.
struct VerdictList {
    let lines: [String]

    init(_ renderer: PrettyRenderer) {
        let results = renderer.report.results
        guard renderer.style.isTerminal else {
            lines = results.map { VerdictList.plainLine($0, renderer) }
            return
        }
        lines = renderer.groups.flatMap { group, ids -> [String] in
            let rows = ids.flatMap { id in results.filter { $0.check == id } }
            return [renderer.style.emphasised(group.title, .strong)]
                + rows.map { VerdictList.line($0, renderer) } + [""]
        }
        .dropLast()
    }

    private static func plainLine(_ result: CheckResult, _ renderer: PrettyRenderer) -> String {
        let mark = renderer.mark(result)
        let words = [
            mark.plainWord.padded(to: 10), result.check.rawValue.padded(to: renderer.idWidth),
            result.subject.name, result.revision.rawValue, result.duration.short,
        ]
        let note = result.verdict.note ?? result.verdict.finding?.actual
        return (words + (note.map { ["· " + Excerpt.visible($0)] } ?? [])).joined(separator: "  ")
    }

    private static func line(_ result: CheckResult, _ renderer: PrettyRenderer) -> String {
        let mark = renderer.mark(result)
        let time = mark == .passed ? result.duration.short : ""
        let start = "  \(mark.sign) \(result.check.rawValue.padded(to: renderer.idWidth))  "
        let room = renderer.style.width - start.count - 9
        let title = renderer.check(result.check)?.title ?? ""
        let said =
            switch mark {
            case .passed, .failed, .advisory: title
            case .incomplete, .notApplicable, .expectedFailure: Excerpt.visible(result.verdict.note ?? title)
            }
        let sign = renderer.style.emphasised(start, mark.emphasis)
        let text = said.cut(to: room).padded(to: room)
        return sign + (mark == .notApplicable ? renderer.style.emphasised(text, .quiet) : text)
            + renderer.style.emphasised(time.leftPadded(to: 8), .quiet)
    }
}
