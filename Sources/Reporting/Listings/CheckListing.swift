package import Conformance
import MCP
import JSON

/// The checks as a table for people, or as JSON with everything that `explain` says.
package struct CheckListing {
    private let checks: [Check]

    /// A listing of these checks, in this order.
    package init(checks: [Check]) {
        self.checks = checks
    }

    /// A line per check: id, level in the newest revision that has the rule, title.
    package func text(style: TextStyle) -> String {
        let width = checks.map(\.id.rawValue.count).max() ?? 0
        var lines: [String] = []
        var group: CheckGroup?
        for check in checks {
            if check.group != group {
                group = check.group
                lines += lines.isEmpty ? [] : [""]
                lines.append(style.emphasised(group?.title ?? "", .strong))
            }
            let level = check.rules.last?.level.rawValue ?? ""
            let start = "  \(check.id.rawValue.padded(to: width))  \(level.padded(to: 6))  "
            lines.append(start + (style.isTerminal ? check.title.cut(to: style.width - start.count) : check.title))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// An array of objects.
    package var json: String {
        JSONValue.array(checks.map(object)).text(.pretty) + "\n"
    }

    private func object(_ check: Check) -> JSONValue {
        [
            "id": .string(check.id.rawValue),
            "group": .string(check.group?.rawValue ?? ""),
            "title": .string(check.title),
            "requirement": .string(check.requirement),
            "reason": .string(check.reason),
            "method": .string(check.method),
            "twin": .string(check.twin),
            "revisions": .object(
                JSONObject(
                    ProtocolRevision.allCases.compactMap { revision -> (key: String, value: JSONValue)? in
                        check.rule(in: revision).map { (key: revision.rawValue, value: row($0, revision)) }
                    }
                )
            ),
        ]
    }

    private func row(_ rule: CheckRule, _ revision: ProtocolRevision) -> JSONValue {
        [
            "level": .string(rule.level.rawValue),
            "link": rule.source.address(in: revision).map { .string($0) } ?? .null,
        ]
    }
}
