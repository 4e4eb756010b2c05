package import Conformance
import Health
package import JSON

extension FaultMatrix {
    /// As a table for people: long settings are cut, and states that are all alike are said once.
    package func lines(style: TextStyle) -> [String] {
        let last = transports.isEmpty ? ["transports"] : transports.map { "seen over \($0.rawValue)" }
        let table =
            [["fault", "outcome", "states: at first · then · when it goes on", "noticed"] + last] + rows.map(shortWords)
        let widths = table[0].indices.map { column in (table.map { $0[column].count }.max() ?? 0) + 2 }
        return zip(0..., table).map { index, words in
            let line = zip(words, widths).map { $0.padded(to: $1) }.joined().withoutTrailingSpaces
            if index == 0 { return style.emphasised(line, .strong) }
            return isAsDeclared(rows[index - 1]) ? line : style.emphasised(line, .bad)
        }
    }

    /// As a table in Markdown.
    package var markdown: String {
        func line(_ words: [String]) -> String { "| " + words.joined(separator: " | ") + " |" }
        let body = rows.map { row in
            var words = words(row)
            words[0] = "`" + words[0] + "`"
            return line(words.map { $0.replacing("|", with: "\\|") })
        }
        return ([line(headings), line(headings.map { _ in "---" })] + body).joined(separator: "\n") + "\n"
    }

    /// For programs: a member per row, with what was seen.
    package var json: JSONValue {
        .array(rows.map(object))
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
            + transports.map { text(cell(row, $0)) }
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

    private func object(_ row: FaultExpectation) -> JSONValue {
        var object: JSONObject = [
            "fault": .string(row.fault), "check": .string("FAULT-" + row.name.uppercased()),
            "faults": .array(row.faults.map { .string($0) }),
            "transports": .array(row.transports.map(\.rawValue).sorted().map { .string($0) }),
            "outcome": .string(row.code.rawValue), "step": row.step.map { .string($0.rawValue) } ?? .null,
            "bound": .string(row.bound.rawValue),
        ]
        object["states"] = .object(
            JSONObject(
                FaultExpectation.History.allCases.map { ($0.rawValue, .string(row.state(after: $0).rawValue)) }
            )
        )
        if !transports.isEmpty {
            let seen = transports.compactMap { place in
                cell(row, place).map { (place.rawValue, JSONValue.object(self.object($0))) }
            }
            object["seen"] = .object(JSONObject(seen))
        }
        return .object(object)
    }

    private func object(_ cell: Cell) -> JSONObject {
        [
            "asDeclared": JSONValue(cell.asDeclared), "deviating": JSONValue(cell.deviating.count),
            "notApplicable": JSONValue(cell.notApplicable), "incomplete": JSONValue(cell.incomplete),
            "outcomes": .array(cell.codes.map(\.rawValue).sorted().map { .string($0) }),
            "slowestMs": cell.slowest.map { JSONValue(Int($0.wholeMilliseconds)) } ?? .null,
            "deviations": .array(
                cell.deviating.map { sighting in
                    [
                        "subject": .string(sighting.subject.title),
                        "expected": .string(sighting.deviations.map(\.expected).joined(separator: "; ")),
                        "actual": .string(sighting.deviations.map(\.actual).joined(separator: "; ")),
                    ]
                }
            ),
        ]
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
