package import Conformance
import MCP

/// One check in full, for people.
package struct CheckExplanation {
    private let check: Check

    /// The explanation of a check.
    package init(check: Check) {
        self.check = check
    }

    /// Requirement, reason, method, twin, and how binding it is in each revision.
    package func text(style: TextStyle) -> String {
        var lines = [style.emphasised("\(check.id) · \(check.title)", .strong)]
        let parts = [
            ("What is required", check.requirement), ("Why it matters", check.reason),
            ("How it is tried", check.method), ("What breaks it", check.twin),
        ]
        for (heading, text) in parts {
            lines += ["", style.emphasised(heading, .strong)]
            lines += text.wrapped(to: min(style.width, 100) - 2).map { "  " + $0 }
        }
        lines += ["", style.emphasised("How binding it is", .strong)]
        for revision in ProtocolRevision.allCases {
            let rule = check.rule(in: revision)
            let level = rule?.level.rawValue ?? "no rule"
            let link = rule.map { $0.source.address(in: revision) ?? "a rule of OpenWork" } ?? ""
            lines.append("  \(revision)  \(level.padded(to: 8)) \(link)".withoutTrailingSpaces)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
