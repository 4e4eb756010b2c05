package import JSON

/// Everything that came of a comparison: the differences, and what could not be compared with the reason.
package struct DriftReport: Sendable, Hashable {
    /// A tool that is on one side only for a reason that is no change of the server.
    package struct Excused: Sendable, Hashable {
        /// Its name.
        package var tool: String
        /// Why its absence says nothing.
        package var reason: String

        /// Names a tool and the reason.
        package init(_ tool: String, _ reason: String) {
            self.tool = tool
            self.reason = reason
        }
    }

    /// The differences: tools that are gone, new ones, then tool by tool in the old order.
    package var findings: [DriftFinding]
    /// What was left out of the comparison.
    package var excused: [Excused]

    /// Collects a comparison.
    package init(findings: [DriftFinding] = [], excused: [Excused] = []) {
        self.findings = findings
        self.excused = excused
    }

    /// How many of the differences break something.
    package var breakingCount: Int { findings.count(where: \.isBreaking) }

    /// One sentence: how many differences there are, and how many of them break something.
    package var summary: String {
        guard !findings.isEmpty else { return "no difference" }
        return "\(findings.count) difference\(findings.count == 1 ? "" : "s"), \(breakingCount) breaking"
    }

    /// For people: each difference with its changes below it, what was not compared, and the sum.
    ///
    /// - Parameter paint: Puts colour on the heading of a finding; nothing by default.
    /// - Returns: Lines, each with its end.
    package func text(paint: (_ heading: String, _ isBreaking: Bool) -> String = { heading, _ in heading }) -> String {
        var lines: [String] = []
        for finding in findings {
            lines.append(paint(finding.heading, finding.isBreaking))
            lines += finding.changes.map { "    \($0)" }
        }
        for (reason, tools) in excusedByReason {
            let names =
                tools.prefix(8).joined(separator: ", ") + (tools.count > 8 ? " and \(tools.count - 8) more" : "")
            lines.append("not compared: \(names) (\(reason))")
        }
        return (lines + [summary]).map { $0 + "\n" }.joined()
    }

    /// For programs.
    package func json(old: String, new: String) -> JSONValue {
        [
            "old": .string(old), "new": .string(new),
            "summary": [
                "findings": .number(JSONNumber(findings.count)), "breaking": .number(JSONNumber(breakingCount)),
                "notCompared": .number(JSONNumber(excused.count)),
            ],
            "findings": .array(findings.map(\.json)),
            "notCompared": .array(excused.map { ["tool": .string($0.tool), "reason": .string($0.reason)] }),
        ]
    }

    private var excusedByReason: [(String, [String])] {
        var order: [String] = []
        var tools: [String: [String]] = [:]
        for one in excused {
            if tools[one.reason] == nil { order.append(one.reason) }
            tools[one.reason, default: []].append(one.tool)
        }
        return order.map { ($0, tools[$0] ?? []) }
    }
}
