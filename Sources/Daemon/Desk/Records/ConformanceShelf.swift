import DaemonAPI
import FoundationEssentials
import JSON
import Registry

/// The folder into which people put reports of `openwork-conform`: what the newest says of each integration.
struct ConformanceShelf {
    let folder: String

    /// Beyond these a file is no report of one run.
    private static let fileLimit = 64
    private static let sizeLimitInBytes = 32 << 20
    private static let findingLimit = 100

    /// Sorted by integration; files that are no reports are passed over, since anybody may put anything there.
    func summaries() -> [ConformanceSummary] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var newest: [String: ConformanceSummary] = [:]
        for name in names.filter({ $0.hasSuffix(".json") }).sorted().prefix(Self.fileLimit) {
            for summary in read(name) {
                let known = newest[summary.integration]
                if known == nil || (known?.startedAt ?? "") <= (summary.startedAt ?? "") {
                    newest[summary.integration] = summary
                }
            }
        }
        return newest.values.sorted { $0.integration < $1.integration }
    }

    private func read(_ name: String) -> [ConformanceSummary] {
        let path = "\(folder)/\(name)"
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
        // Whatever cannot be read is no report.
        guard size <= Self.sizeLimitInBytes, let bytes = try? LocalFile.bytes(of: path),
            let report = try? JSONValue(parsing: bytes), let rows = report["results"]?.arrayValue
        else { return [] }
        let start = report["startedAt"]?.stringValue
        var summaries: [String: ConformanceSummary] = [:]
        for row in rows {
            guard let id = row["integration"]?.stringValue, let verdict = row["verdict"]?.stringValue else { continue }
            var summary =
                summaries[id] ?? ConformanceSummary(integration: id, file: name, startedAt: start)
            let isExcused = row["excuse"] != nil
            let isAdvisory = row["advisory"]?.boolValue ?? false
            let word = isExcused ? "expected_failure" : verdict == "failed" && isAdvisory ? "advisory" : verdict
            summary.counts[word, default: 0] += 1
            if ["failed", "incomplete"].contains(verdict), !isExcused, summary.findings.count < Self.findingLimit,
                let check = row["check"]?.stringValue
            {
                var finding = ConformanceSummary.Finding(check: check, verdict: verdict, isAdvisory: isAdvisory)
                finding.title = row["title"]?.stringValue
                finding.expected = row["expected"]?.stringValue
                finding.actual = row["actual"]?.stringValue
                finding.command = row["repeat"]?.stringValue
                summary.findings.append(finding)
            }
            summaries[id] = summary
        }
        return Array(summaries.values)
    }
}
