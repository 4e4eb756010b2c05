/// Tries again what did not pass, and keeps every attempt.
package struct Retries: Sendable {
    /// How often at most, beyond the first time.
    package let count: Int

    /// So many further attempts at most.
    package init(count: Int) {
        self.count = count
    }

    /// Whether a row is worth another attempt: what is excused, or does not apply, is settled.
    package func wants(_ result: CheckResult) -> Bool {
        guard count > 0 else { return false }
        return switch result.verdict {
        case .failed, .incomplete: true
        case .passed, .notApplicable, .expectedFailure: false
        }
    }

    /// The report with its rows as they ended, each with the attempts before.
    ///
    /// - Parameters:
    ///   - first: The run as it was.
    ///   - again: Runs what these rows are about once more.
    /// - Returns: The first report when nothing is to be tried again.
    package func completing(_ first: Report, again: ([CheckResult]) async -> Report) async -> Report {
        var report = first
        for _ in 0..<count {
            let open = report.results.filter(wants)
            guard !open.isEmpty, !report.wasInterrupted, !Task.isCancelled else { break }
            let next = await again(open)
            guard !next.wasInterrupted else { break }
            report = report.taking(next, for: Set(open.map(RowKey.init)))
        }
        return report
    }
}

extension Report {
    /// The rows that are meant, replaced by those of a later run.
    fileprivate func taking(_ later: Report, for keys: Set<RowKey>) -> Report {
        let rows = Dictionary(later.results.map { (RowKey($0), $0) }) { first, _ in first }
        var report = self
        report.results = results.map { row in
            guard keys.contains(RowKey(row)), var new = rows[RowKey(row)] else { return row }
            new.attempts = row.attempts + [Attempt(verdict: row.verdict, duration: row.duration)]
            return new
        }
        let known = Set(logs.map(\.subject))
        report.logs += later.logs.filter { !known.contains($0.subject) }
        if let own = usage, let further = later.usage { report.usage = own.adding(further) }
        return report
    }
}
