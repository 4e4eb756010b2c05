import Foundation
import JSON

/// What was measured, and whether the committed ratios hold.
struct GatewayReport {
    var thresholds: GatewayThresholds
    var overhead: [String: [String: Figures]] = [:]
    var isolation: (calls: IsolationBenchmark.Pair, lists: IsolationBenchmark.Pair)?
    var memory: MemoryBenchmark.Usage?

    init(thresholds: GatewayThresholds) { self.thresholds = thresholds }

    private struct Verdict {
        var rule: GatewayThresholds.Rule
        /// Nil when one of the two could not be measured.
        var ratio: Double?
        var holds: Bool { ratio.map { $0 <= rule.atMost } ?? false }
    }

    private var verdicts: [Verdict] {
        guard !overhead.isEmpty else { return [] }
        return thresholds.rules.map { rule in
            let figures = overhead[rule.cell] ?? [:]
            guard let mine = figures[rule.subject], let theirs = figures[rule.peer] else { return Verdict(rule: rule) }
            let bare = figures["bare stdio"]?.median ?? 0
            let ratio =
                switch rule.figure {
                case .median: mine.median / theirs.median
                case .p99: mine.p99 / theirs.p99
                case .rate: theirs.perSecond / mine.perSecond
                case .processor: (mine.processor ?? .nan) / (theirs.processor ?? .nan)
                case .added: (mine.median - bare) / (theirs.median - bare)
                }
            return Verdict(rule: rule, ratio: ratio)
        }
    }

    /// Whether everything holds that was measured; a peer that is missing does not, unless that is allowed.
    func holds(allowingMissing: Bool) -> Bool {
        verdicts.allSatisfy { $0.holds || (allowingMissing && $0.ratio == nil) } && isolationHolds
            && memory?.holds ?? true
    }

    private var isolationHolds: Bool {
        guard let isolation else { return true }
        return [isolation.calls, isolation.lists].allSatisfy { $0.ratio(\.p99) <= thresholds.isolation }
    }

    var table: String {
        var lines: [String] = []
        for cell in OverheadBenchmark.Cell.all {
            guard let figures = overhead[cell.name] else { continue }
            lines.append("\(cell.clients) clients, \(cell.bytes) bytes: p50, p99, calls per second, processor per call")
            for (name, figures) in figures.sorted(by: { $0.value.median < $1.value.median }) {
                let numbers = String(
                    format: "%10.3f ms %10.3f ms %8.0f %10.3f ms",
                    figures.median,
                    figures.p99,
                    figures.perSecond,
                    figures.processor ?? 0
                )
                lines.append("  " + name.padding(toLength: 18, withPad: " ", startingAt: 0) + numbers)
            }
        }
        for verdict in verdicts {
            let rule = verdict.rule
            let ratio = verdict.ratio.map { String(format: "%.3f", $0) } ?? "not measured"
            let mark = verdict.ratio == nil ? "?" : verdict.holds ? "✔" : "✘"
            var line = "  \(mark) \(rule.cell) \(rule.figure.rawValue): \(rule.subject) / \(rule.peer) = \(ratio)"
            line += ", at most \(rule.atMost)"
            if let goal = rule.goal, let ratio = verdict.ratio {
                line += ", goal \(goal) \(ratio <= goal ? "reached" : "missed")"
            }
            lines.append(line)
        }
        if let isolation {
            lines.append(
                "with neighbours that hang, crash, flood and are refused, over without (\(Self.turns(isolation)))"
            )
            for (name, pair) in [("calls", isolation.calls), ("lists", isolation.lists)] {
                let numbers = [
                    IsolationBenchmark.Pair.middle(pair.without, \.p99),
                    IsolationBenchmark.Pair.middle(pair.with, \.p99),
                    pair.ratio(\.p99), pair.ratio(\.median),
                ]
                let text = String(
                    format: "p99 %.3f and %.3f ms: %.3f; p50: %.3f",
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3]
                )
                lines.append("  \(pair.ratio(\.p99) <= thresholds.isolation ? "✔" : "✘") \(name): \(text)")
            }
        }
        if let memory { lines.append("  \(memory.holds ? "✔" : "✘") memory: \(memory.json.text())") }
        return lines.joined(separator: "\n")
    }

    private static func turns(_ pairs: (calls: IsolationBenchmark.Pair, lists: IsolationBenchmark.Pair)) -> String {
        "\(pairs.calls.with.count) turns each"
    }

    var json: JSONValue {
        var object: JSONObject = [:]
        object["overhead"] = .object(
            JSONObject(
                overhead.sorted { $0.key < $1.key }.map { cell, figures in
                    (cell, .object(JSONObject(figures.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })))
                }
            )
        )
        object["ratios"] = .array(
            verdicts.map { verdict in
                [
                    "cell": .string(verdict.rule.cell), "subject": .string(verdict.rule.subject),
                    "peer": .string(verdict.rule.peer), "figure": .string(verdict.rule.figure.rawValue),
                    "ratio": verdict.ratio.map(Figures.number) ?? nil, "atMost": Figures.number(verdict.rule.atMost),
                    "goal": verdict.rule.goal.map(Figures.number) ?? nil, "holds": .bool(verdict.holds),
                ]
            }
        )
        if let isolation { object["isolation"] = ["calls": isolation.calls.json, "lists": isolation.lists.json] }
        object["memory"] = memory?.json
        return .object(object)
    }
}
