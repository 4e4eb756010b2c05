/// Compares two lists of tools, by name.
package enum ToolComparison {
    /// What has changed from the old list to the new one.
    ///
    /// A tool that is on one side only is no difference where the other list is known to lack tools: pages that were not
    /// fetched, a credential that may do less, a group of tools that is off.
    package static func compare(_ old: ToolListing, _ new: ToolListing) -> DriftReport {
        var report = DriftReport()
        let before = Dictionary(old.tools.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.tools.map { ($0.name, $0) }) { first, _ in first }
        for tool in old.tools where after[tool.name] == nil {
            note(tool, .toolRemoved, missingFrom: new, beside: old, in: &report)
        }
        for tool in new.tools where before[tool.name] == nil {
            note(tool, .toolAdded, missingFrom: old, beside: new, in: &report)
        }
        for tool in old.tools {
            guard let other = after[tool.name] else { continue }
            report.findings += ToolChanges.between(tool, other)
        }
        if old.hasOrder, new.hasOrder { report.findings += order(old, new, before.keys, after.keys) }
        return report
    }

    private static func note(
        _ tool: ListedTool,
        _ kind: DriftClass,
        missingFrom list: ToolListing,
        beside other: ToolListing,
        in report: inout DriftReport
    ) {
        if let reason = reason(tool, missingFrom: list, beside: other) {
            report.excused.append(DriftReport.Excused(tool.name, reason))
        } else {
            report.findings.append(DriftFinding(kind, tool.name, changes: []))
        }
    }

    /// Why a tool may be missing from a list although the server still has it; nil for no reason.
    private static func reason(
        _ tool: ListedTool,
        missingFrom list: ToolListing,
        beside other: ToolListing
    ) -> String? {
        if let gap = list.gap { return gap }
        if let reason = tool.leaveOff { return reason }
        guard let granted = list.scopes else { return nil }
        if !tool.scopes.isEmpty {
            let lacking = tool.scopes.subtracting(granted).sorted()
            return lacking.isEmpty ? nil : "the credential lacks \(lacking.joined(separator: ", "))"
        }
        // What the tool needs is not known, but the other list was made with more.
        let more = (other.scopes ?? []).subtracting(granted).sorted()
        return more.isEmpty ? nil : "listed without \(more.joined(separator: ", "))"
    }

    /// Only how tools that both have follow one another counts.
    private static func order(
        _ old: ToolListing,
        _ new: ToolListing,
        _ before: some Collection<String>,
        _ after: some Collection<String>
    ) -> [DriftFinding] {
        let common = Set(before).intersection(after)
        let was = old.tools.map(\.name).filter(common.contains)
        let now = new.tools.map(\.name).filter(common.contains)
        guard let first = zip(was, now).first(where: { $0 != $1 }) else { return [] }
        return [DriftFinding(.orderChanged, "tools/list", "\(first.1) now stands where \(first.0) stood")]
    }
}
