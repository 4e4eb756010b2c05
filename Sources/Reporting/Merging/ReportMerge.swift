package import Conformance
import MCP

/// Puts reports of one run together again, whichever order they come in.
package enum ReportMerge {
    /// The whole; parts of a divided run give what the undivided run would have given, apart from times and costs.
    ///
    /// Throws when reports do not belong together, when a row stands in two of them, and when a part is missing.
    package static func merged(_ reports: [Report]) throws(ReportFault) -> Report {
        guard let first = reports.first else { throw ReportFault("there is nothing to merge: name the files") }
        for report in reports {
            try agree("version", first.version, report.version)
            try agree("mode", first.mode, report.mode)
            try agree("seed", "\(first.seed)", "\(report.seed)")
            try agree("strict", "\(first.isStrict)", "\(report.isStrict)")
            try agree("selection", first.selection ?? "everything", report.selection ?? "everything")
            guard (first.shard == nil) == (report.shard == nil) else {
                throw ReportFault("one report is a part made with --shard, another is not: merge either")
            }
        }
        let parts = try order(reports)
        var merged = Report(
            version: first.version,
            mode: first.mode,
            seed: first.seed,
            isStrict: first.isStrict,
            wasInterrupted: reports.contains(where: \.wasInterrupted),
            duration: reports.map(\.duration).max() ?? .zero,
            results: try rows(parts),
            faults: unique(parts.flatMap(\.faults)),
            notes: unique(parts.flatMap(\.notes))
        )
        merged.startedAt = reports.compactMap(\.startedAt).min()
        merged.selection = first.selection
        merged.logs = sorted(parts.flatMap(\.logs), by: parts) { $0.subject.name }
        merged.usage = parts.compactMap(\.usage).reduce(nil) { $0?.adding($1) ?? $1 }
        merged.faultMatrix = parts.compactMap(\.faultMatrix).reduce(nil) { $0?.adding($1) ?? $1 }
        merged.staleExcuses = stale(parts, merged.results)
        return merged
    }

    /// The parts by their number, all of them there.
    private static func order(_ reports: [Report]) throws(ReportFault) -> [Report] {
        guard let record = reports.first?.shard else { return reports }
        var parts: [Int: Report] = [:]
        for report in reports {
            guard let shard = report.shard else { continue }
            try agree("the number of parts", "\(record.shard.count)", "\(shard.shard.count)")
            guard shard.integrations == record.integrations else {
                throw ReportFault("part \(shard.shard) is of another choice of integrations: run all with the same one")
            }
            guard parts.updateValue(report, forKey: shard.shard.index) == nil else {
                throw ReportFault("part \(shard.shard) is there twice: give each once")
            }
        }
        let missing = (1...record.shard.count).filter { parts[$0] == nil }.map { "\($0)/\(record.shard.count)" }
        guard missing.isEmpty else {
            throw ReportFault("part \(missing.joined(separator: ", ")) is missing: give its report, too")
        }
        return parts.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func rows(_ parts: [Report]) throws(ReportFault) -> [CheckResult] {
        var seen: Set<RowKey> = []
        for row in parts.flatMap(\.results) where !seen.insert(RowKey(row)).inserted {
            throw ReportFault(
                "\(row.check) of \(row.subject.title) \(row.revision) stands in two reports: give each row once"
            )
        }
        return sorted(parts.flatMap(\.results), by: parts) { $0.subject.name }
    }

    /// In the order of the undivided run; what is alike stays as it stands.
    private static func sorted<Row>(_ rows: [Row], by parts: [Report], _ name: (Row) -> String) -> [Row] {
        guard let ids = parts.first?.shard?.integrations else { return rows }
        let order = Dictionary(zip(ids, ids.indices)) { first, _ in first }
        return rows.enumerated().map { (order[name($0.element)] ?? ids.count, $0.offset, $0.element) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// What is stale in a part, and what excuses nothing in any of them.
    private static func stale(_ parts: [Report], _ rows: [CheckResult]) -> [String] {
        let used = Set(rows.compactMap(\.excuse?.title))
        let idle = Set(parts.flatMap { $0.shard?.idleExcuses ?? [] }).subtracting(used)
        return Set(parts.flatMap(\.staleExcuses) + idle.map(Report.idleExcuse)).sorted()
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static func agree(_ what: String, _ first: String, _ other: String) throws(ReportFault) {
        guard first == other else {
            throw ReportFault("\(what) is \(first) in one report and \(other) in another: they are not of one run")
        }
    }
}
