import Foundation
import JSON

/// What was measured, and whether the committed ratios hold.
struct Report {
    var measured: [String: [String: Double]]
    var thresholds: Thresholds

    private struct Verdict {
        var rule: Thresholds.Rule
        /// Nil when one of the two could not be measured.
        var ratio: Double?
        /// What the rule's floor takes of the peer's time.
        var floorRatio: Double?
        var holds: Bool { ratio.map { $0 <= rule.atMost } ?? false }
        var reachesGoal: Bool? {
            guard let goal = rule.goal, let ratio else { return nil }
            return ratio <= goal
        }
    }

    private var verdicts: [Verdict] {
        thresholds.rules.map { rule in
            let times = measured[rule.corpus] ?? [:]
            guard let mine = times[rule.subject], let theirs = times[rule.peer] else { return Verdict(rule: rule) }
            let floorRatio = rule.floor.flatMap { times[$0] }.map { $0 / theirs }
            return Verdict(rule: rule, ratio: mine / theirs, floorRatio: floorRatio)
        }
    }

    /// Whether all ratios hold; one that could not be measured does not, unless that is allowed.
    func holds(allowingMissing: Bool) -> Bool {
        verdicts.allSatisfy { $0.holds || (allowingMissing && $0.ratio == nil) }
    }

    var table: String {
        var lines: [String] = []
        for corpus in Corpus.allCases {
            let times = (measured[corpus.rawValue] ?? [:]).sorted { $0.value < $1.value }
            let bytes = Double(corpus.bytes.count)
            lines.append("\(corpus.rawValue), \(corpus.bytes.count) bytes")
            for (name, nanoseconds) in times {
                let speed = String(format: "%10.2f µs %8.0f MB/s", nanoseconds / 1e3, bytes / nanoseconds * 1e3)
                lines.append("  " + name.padding(toLength: 20, withPad: " ", startingAt: 0) + speed)
            }
        }
        lines.append("ratios")
        for verdict in verdicts {
            let rule = verdict.rule
            let ratio = verdict.ratio.map { String(format: "%.2f", $0) } ?? "not measured"
            let mark = verdict.ratio == nil ? "?" : verdict.holds ? "✔" : "✘"
            var line = "  \(mark) \(rule.corpus): \(rule.subject) / \(rule.peer) = \(ratio), at most \(rule.atMost)"
            if let goal = rule.goal, let isReached = verdict.reachesGoal {
                line += ", goal \(goal) \(isReached ? "reached" : "missed")"
                if !isReached, let floor = rule.floor, let ratio = verdict.floorRatio {
                    line += String(format: " (\(floor) alone: %.2f)", ratio)
                }
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        let times = measured.sorted { $0.key < $1.key }.map { corpus, times in
            let sorted = times.sorted { $0.key < $1.key }.map { ($0.key, Self.number($0.value)) }
            return (corpus, JSONValue.object(JSONObject(sorted)))
        }
        let ratios = verdicts.map { verdict -> JSONValue in
            [
                "text": .string(verdict.rule.corpus),
                "subject": .string(verdict.rule.subject),
                "peer": .string(verdict.rule.peer),
                "ratio": verdict.ratio.map(Self.number) ?? nil,
                "atMost": Self.number(verdict.rule.atMost),
                "holds": .bool(verdict.holds),
                "goal": verdict.rule.goal.map(Self.number) ?? nil,
                "floor": verdict.rule.floor.map { .string($0) } ?? nil,
                "floorRatio": verdict.floorRatio.map(Self.number) ?? nil,
                "reachesGoal": verdict.reachesGoal.map { .bool($0) } ?? nil,
            ]
        }
        return ["nanoseconds": .object(JSONObject(times)), "ratios": .array(ratios)]
    }

    private static func number(_ value: Double) -> JSONValue {
        JSONNumber((value * 1000).rounded() / 1000).map { .number($0) } ?? nil
    }
}
