import Registry

extension EntryPlan {
    /// The same run for these rows only: their servers and their checks.
    package func again(for rows: [CheckResult]) -> EntryPlan {
        var plan = self
        let titles = Set(rows.map(\.subject.title))
        var seen: Set<String> = []
        plan.subjects = subjects.filter { subject in
            // Rows about an entry as a whole stand with its first server.
            let isFirst = seen.insert(subject.integration.id).inserted
            return titles.contains("\(subject.integration.id)/\(subject.server.id)")
                || isFirst && titles.contains(subject.integration.id)
        }
        let ids = Set(rows.map(\.check))
        plan.checks = checks.filter { ids.contains($0.id) }
        plan.entryChecks = entryChecks.filter { ids.contains($0.id) }
        return plan
    }
}
