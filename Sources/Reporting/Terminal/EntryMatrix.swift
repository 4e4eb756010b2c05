import Conformance
import MCP

/// A row per integration, a column per group of checks, and what the run cost.
struct EntryMatrix {
    /// The rows of one cell, counted.
    struct Cell: Hashable {
        var counts: [VerdictMark: Int] = [:]

        mutating func add(_ mark: VerdictMark) { counts[mark, default: 0] += 1 }

        /// Passed first; whatever else there is, with its sign.
        var text: String {
            let others: [VerdictMark] = [.failed, .incomplete, .advisory, .expectedFailure, .notApplicable]
            let parts = others.compactMap { mark in counts[mark].map { "\(mark.sign)\($0)" } }
            return (["\(counts[.passed] ?? 0)"] + parts).joined(separator: " ")
        }

        var emphasis: TextStyle.Emphasis {
            if counts[.failed] != nil { return .bad }
            if counts[.incomplete] != nil { return .warning }
            return counts[.passed] == nil ? .quiet : .good
        }
    }

    /// The groups that have rows.
    let groups: [CheckGroup]
    /// The integrations in the order of their first rows.
    let integrations: [String]
    /// By integration and group.
    private(set) var cells: [String: [CheckGroup: Cell]] = [:]
    private var servers: [String: Set<String>] = [:]

    init(_ report: Report) {
        var seen: Set<CheckGroup> = []
        var order: [String] = []
        for result in report.results {
            guard let group = CheckGroup(of: result.check) else { continue }
            let name = result.subject.name
            if cells[name] == nil { order.append(name) }
            seen.insert(group)
            cells[name, default: [:]][group, default: Cell()].add(VerdictMark(result, strict: report.isStrict))
            if let server = result.subject.server { servers[name, default: []].insert(server) }
        }
        groups = CheckGroup.allCases.filter(seen.contains)
        integrations = order
    }

    /// How many servers of an integration were played.
    func servers(of integration: String) -> Int { servers[integration]?.count ?? 0 }

    /// All cells of a group together.
    func total(of group: CheckGroup) -> Cell {
        cells.values.reduce(into: Cell()) { total, row in
            for (mark, count) in row[group]?.counts ?? [:] { total.counts[mark, default: 0] += count }
        }
    }

    /// As a table.
    func lines(style: TextStyle) -> [String] {
        let sum = integrations.count == 1 ? "1 row" : "\(integrations.count) rows"
        let first = (integrations + [sum]).reduce(0) { max($0, $1.count) } + 2
        var widths: [CheckGroup: Int] = [:]
        for group in groups {
            let texts = integrations.compactMap { cells[$0]?[group]?.text } + [total(of: group).text, group.rawValue]
            widths[group] = (texts.map(\.count).max() ?? 0) + 2
        }
        func line(_ name: String, _ servers: String, _ cell: (CheckGroup) -> (String, TextStyle.Emphasis)) -> String {
            let columns = groups.map { group in
                let (text, emphasis) = cell(group)
                return style.emphasised(text.padded(to: widths[group] ?? 0), emphasis)
            }
            return (name.padded(to: first) + servers.padded(to: 9) + columns.joined()).withoutTrailingSpaces
        }
        let heading = line("", "servers") { ($0.rawValue, .strong) }
        let rows = integrations.map { name in
            line(name, "\(servers(of: name))") { group in
                let cell = cells[name]?[group] ?? Cell()
                return (cell.text, cell.emphasis)
            }
        }
        let all = integrations.map(servers(of:)).reduce(0, +)
        let totals = line(sum, "\(all)") { (total(of: $0).text, total(of: $0).emphasis) }
        let legend = "passed, then ✘ failed  ? incomplete  ! advisory  ≈ expected failure  – not applicable"
        return [heading] + rows + [totals, "", style.emphasised(legend, .quiet)]
    }
}

extension CheckGroup {
    /// The group that is the first word of an id.
    init?(of check: CheckID) {
        self.init(rawValue: String(check.rawValue.prefix { $0 != "-" }))
    }
}

extension RunUsage {
    /// In one line.
    func text(wall: Duration, checks: Int) -> String {
        "\(checks) checks in \(processes) processes · wall \(wall.seconds) s · processor \(processorTime.seconds) s"
            + " · peak memory \(peakMemoryInKiB / 1024) MiB, of one child \(peakChildMemoryInKiB / 1024) MiB"
    }
}
