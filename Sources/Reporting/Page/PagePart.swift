import MCP
import Conformance

/// One row of the matrix: an integration, or a revision where there is one subject only.
struct PagePart {
    /// Unique in the page, and fit for an address.
    let id: String
    /// How it is called.
    let title: String
    /// Its rows, in their order.
    var rows: [CheckResult]

    /// The parts of a report in the order of their first rows.
    static func parts(of report: Report) -> [PagePart] {
        let names = Set(report.results.map(\.subject.name))
        var places: [String: Int] = [:]
        var parts: [PagePart] = []
        for row in report.results {
            let title = names.count > 1 ? row.subject.name : row.revision.rawValue
            if let place = places[title] {
                parts[place].rows.append(row)
            } else {
                places[title] = parts.count
                parts.append(PagePart(id: "p\(parts.count + 1)", title: title, rows: [row]))
            }
        }
        return parts
    }

    /// How many servers it has; 0 where rows name none.
    var servers: Int { Set(rows.compactMap(\.subject.server)).count }

    /// The verdicts by group.
    func cells(strict: Bool) -> [CheckGroup: EntryMatrix.Cell] {
        var cells: [CheckGroup: EntryMatrix.Cell] = [:]
        for row in rows {
            guard let group = CheckGroup(of: row.check) else { continue }
            cells[group, default: EntryMatrix.Cell()].add(VerdictMark(row, strict: strict))
        }
        return cells
    }
}

extension EntryMatrix.Cell {
    /// The verdict that stands for all of them.
    var worst: VerdictMark {
        let order: [VerdictMark] = [.failed, .incomplete, .advisory, .expectedFailure, .passed, .notApplicable]
        return order.first { counts[$0] != nil } ?? .notApplicable
    }

    /// In words, for those who cannot see the colour.
    var words: String {
        VerdictMark.allCases.compactMap { mark in counts[mark].map { "\($0) \(mark.word)" } }.joined(separator: ", ")
    }
}
