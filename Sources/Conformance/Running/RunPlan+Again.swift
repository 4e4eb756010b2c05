extension RunPlan {
    /// The same run for these rows only.
    package func again(for rows: [CheckResult]) -> RunPlan {
        var plan = self
        let ids = Set(rows.map(\.check))
        let subjects = Set(rows.map(\.subject))
        plan.checks = checks.filter { ids.contains($0.id) }
        plan.targets = targets.filter { subjects.contains($0.subject) }
        return plan
    }
}
