package import Conformance
import Health
package import JSON

extension FaultMatrix {
    /// As a table for people: long settings are cut, and states that are all alike are said once.
    package func lines(style: TextStyle) -> [String] {
        let last = transports.isEmpty ? ["transports"] : transports.map { "seen over \($0.rawValue)" }
        let head = ["fault", "outcome", "states: at first · then · when it goes on", "noticed"] + last
        let body = lined { row in
            (shortWords(row), isAsDeclared(row))
        } impossible: { name, gap in
            ([name, "cannot be: \(gap.reason)", "", "", gap.places], true)
        }
        let table = [head] + body.map(\.0)
        // A reason is longer than what stands above it, and nothing stands behind it.
        let widths = head.indices.map { column in
            (table.filter { !$0[1].hasPrefix("cannot be") || column == 0 }.map { $0[column].count }.max() ?? 0) + 2
        }
        return zip(0..., table).map { index, words in
            let line = zip(words, widths).map { $0.padded(to: $1) }.joined().withoutTrailingSpaces
            if index == 0 { return style.emphasised(line, .strong) }
            return body[index - 1].1 ? line : style.emphasised(line, .bad)
        }
    }

    /// As a table in Markdown.
    package var markdown: String {
        func line(_ words: [String]) -> String { "| " + words.joined(separator: " | ") + " |" }
        func faultLine(_ words: [String]) -> String {
            line((["`\(words[0])`"] + words.dropFirst()).map { $0.replacing("|", with: "\\|") })
        }
        let body = lined {
            faultLine(words($0))
        } impossible: { name, gap in
            faultLine([name, gap.places, "cannot be: \(gap.reason)"] + headings.dropFirst(3).map { _ in "–" })
        }
        return ([line(headings), line(headings.map { _ in "---" })] + body).joined(separator: "\n") + "\n"
    }

    /// Each row, and where nothing was played yet also each place where a fault cannot be, after its last row.
    private func lined<Line>(
        _ line: (FaultExpectation) -> Line,
        impossible: (_ name: String, _ gap: (places: String, reason: String)) -> Line
    ) -> [Line] {
        zip(0..., rows).flatMap { index, row -> [Line] in
            let isLast = !rows[(index + 1)...].contains { $0.name == row.name }
            let gaps = FaultExpectation.impossible(row.name)
            guard isLast, transports.isEmpty, let reason = gaps.first?.reason else { return [line(row)] }
            let places = gaps.map(\.transport.rawValue).joined(separator: " ")
            return [line(row), impossible(row.name, (places, reason))]
        }
    }

    /// For programs: a member per row, with what was seen.
    package func json(hasTimes: Bool = true) -> JSONValue {
        .array(rows.map { object($0, hasTimes) })
    }

    private var headings: [String] {
        ["fault", "transports", "outcome", "at first", "then", "when it goes on", "noticed"]
            + transports.map { "seen over \($0.rawValue)" }
    }

    private func shortWords(_ row: FaultExpectation) -> [String] {
        let words = words(row)
        let states = Array(words[3...5])
        return [
            words[0].cut(to: 46), words[2], Set(states).count == 1 ? states[0] : states.joined(separator: " · "),
            row.bound == .atOnce ? "at once" : "bound of \(row.bound.rawValue)",
        ] + (transports.isEmpty ? [words[1]] : Array(words[7...]))
    }

    private func words(_ row: FaultExpectation) -> [String] {
        [
            row.faults.joined(separator: " + "),
            FaultExpectation.Transport.allCases.filter(row.transports.contains).map(\.rawValue).joined(separator: " "),
            row.code.rawValue + (row.step.map { " at \($0.rawValue)" } ?? ""),
        ] + FaultExpectation.History.allCases.map { row.state(after: $0).rawValue } + [row.bound.words]
            + transports.map { place in
                let isImpossible = FaultExpectation.impossible(row.name).contains { $0.transport == place }
                return isImpossible ? "cannot be" : text(cell(row, place))
            }
    }

    private func text(_ cell: Cell?) -> String {
        guard let cell else { return "" }
        var parts: [String] = []
        let codes = cell.codes.map(\.rawValue).sorted().joined(separator: ", ")
        if let slowest = cell.slowest {
            let count = cell.asDeclared > 1 ? " ×\(cell.asDeclared)" : ""
            parts.append("\(cell.deviating.isEmpty ? "" : "✘ ")\(codes)\(count), \(slowest.short)")
        }
        if !cell.deviating.isEmpty { parts.append("✘\(cell.deviating.count)") }
        if cell.incomplete > 0 { parts.append("?\(cell.incomplete)") }
        if cell.notApplicable > 0 { parts.append("–\(cell.notApplicable)") }
        return parts.joined(separator: " ")
    }

    private func isAsDeclared(_ row: FaultExpectation) -> Bool {
        transports.allSatisfy { cell(row, $0)?.deviating.isEmpty ?? true }
    }

    private func object(_ row: FaultExpectation, _ hasTimes: Bool) -> JSONValue {
        var object: JSONObject = [
            "fault": .string(row.fault), "check": .string("FAULT-" + row.name.uppercased()),
            "faults": .array(row.faults.map { .string($0) }),
            "transports": .array(row.transports.map(\.rawValue).sorted().map { .string($0) }),
            "outcome": .string(row.code.rawValue), "step": row.step.map { .string($0.rawValue) } ?? .null,
            "bound": .string(row.bound.rawValue), "needs": row.need.map { .string($0.rawValue) } ?? .null,
        ]
        object["states"] = .object(
            JSONObject(
                FaultExpectation.History.allCases.map { ($0.rawValue, .string(row.state(after: $0).rawValue)) }
            )
        )
        let gaps = FaultExpectation.impossible(row.name).map { ($0.transport.rawValue, JSONValue.string($0.reason)) }
        if !gaps.isEmpty { object["impossible"] = .object(JSONObject(gaps)) }
        if !transports.isEmpty {
            let seen = transports.compactMap { place in
                cell(row, place).map { (place.rawValue, JSONValue.object(self.object($0, hasTimes))) }
            }
            object["seen"] = .object(JSONObject(seen))
        }
        return .object(object)
    }

    private func object(_ cell: Cell, _ hasTimes: Bool) -> JSONObject {
        var object: JSONObject = [
            "asDeclared": JSONValue(cell.asDeclared), "deviating": JSONValue(cell.deviating.count),
            "notApplicable": JSONValue(cell.notApplicable), "incomplete": JSONValue(cell.incomplete),
            "outcomes": .array(cell.codes.map(\.rawValue).sorted().map { .string($0) }),
            "deviations": .array(
                cell.deviating.map { deviation in
                    [
                        "subject": .string(deviation.subject), "expected": .string(deviation.expected),
                        "actual": .string(deviation.actual),
                    ]
                }
            ),
        ]
        if hasTimes { object["slowestMs"] = cell.slowest.map { JSONValue(Int($0.wholeMilliseconds)) } ?? .null }
        return object
    }
}

extension FaultExpectation.Bound {
    /// By when a fault has been noticed.
    var words: String {
        switch self {
        case .atOnce: "at once"
        case .era: "after the time for the era"
        case .start: "after the time to start"
        case .list: "after the time for the list"
        case .probe: "within the time for the probe"
        }
    }
}
