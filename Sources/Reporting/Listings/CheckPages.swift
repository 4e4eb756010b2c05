package import Conformance
import MCP

/// Everything about every check, as pages of Markdown: one for each group.
package enum CheckPages {
    /// Names of files and their text, with an overview; faults have a page of their own elsewhere.
    package static var files: [(name: String, text: String)] {
        let groups = CheckGroup.allCases.filter { $0 != .fault && !checks(of: $0).isEmpty }
        return [(name: "README.md", text: overview(groups))] + groups.map { ("\($0.rawValue).md", page($0)) }
    }

    /// The checks of a group that have a page.
    package static func checks(of group: CheckGroup) -> [Check] {
        CheckRegistry.explained.filter { $0.group == group }
    }

    private static let origin = "Written by `openwork-conform explain --write docs/checks` from the checks themselves."

    private static func overview(_ groups: [CheckGroup]) -> String {
        let rows = groups.map { "| [`\($0.rawValue)-*`](\($0.rawValue).md) | \($0.title) | \(checks(of: $0).count) |" }
        let lines =
            [
                "# Every check", "", origin,
                "What they have in common is told in [checks.md](../checks.md); the checks `FAULT-*` are the rows of the",
                "[matrix of faults](../fault-matrix.md).", "", "| group | about | checks |", "| --- | --- | --- |",
            ] + rows
        return lines.joined(separator: "\n") + "\n"
    }

    private static func page(_ group: CheckGroup) -> String {
        let sections = checks(of: group).map(section)
        return "# \(group.rawValue): \(group.title)\n\n\(origin)\n\n" + sections.joined(separator: "\n")
    }

    private static func section(_ check: Check) -> String {
        var lines = ["## \(check.id)", "", "**\(escaped(check.title))**", ""]
        for (heading, text) in [
            ("Required", check.requirement), ("Why", check.reason), ("Tried", check.method), ("Broken by", check.twin),
        ] {
            lines += ["- *\(heading):* \(escaped(text))"]
        }
        lines += rules(check)
        let scenarios = OfficialScenarios.scenarios(of: check.id)
        if !scenarios.isEmpty {
            lines.append("- *Scenarios of the official suite:* " + scenarios.map { "`\($0)`" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How binding it is: revisions with one rule in one line.
    private static func rules(_ check: Check) -> [String] {
        ProtocolRevision.allCases.map { revision in
            guard let rule = check.rule(in: revision) else { return "- \(revision): no rule" }
            guard let address = rule.source.address(in: revision) else { return "- \(revision): house" }
            return "- \(revision): [\(rule.level.rawValue)](\(address))"
        }
        .reduce(into: [String]()) { lines, line in
            let isHouse = line.hasSuffix(": house") && lines.last?.hasPrefix("- house rule") != true
            if !line.hasSuffix(": house") {
                lines.append(line)
            } else if isHouse {
                lines.append("- house rule")
            }
        }
    }

    /// Angle brackets and bars mean something else in Markdown.
    private static func escaped(_ text: String) -> String {
        text.replacing("<", with: "&lt;").replacing("|", with: "&#124;").replacing("*", with: "\\*")
    }
}
