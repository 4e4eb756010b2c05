import MCP

/// Leads the conversations of a plan, some at a time, and has every check judge every record.
package struct Runner<C: Clock<Duration>>: Sendable {
    private let plan: RunPlan
    private let clock: C
    private let observe: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - plan: What to do.
    ///   - clock: Counts all bounds and durations.
    ///   - observe: Called for each event, from several tasks at once.
    package init(plan: RunPlan, clock: C, observe: @escaping @Sendable (RunEvent) -> Void = { _ in }) {
        self.plan = plan
        self.clock = clock
        self.observe = observe
    }

    /// The report, in the order of the plan whatever finished first.
    ///
    /// Cancelling ends the servers; what was not tried by then is incomplete.
    package func run() async -> Report {
        let start = clock.now
        let talks = plan.talks
        observe(.began(conversations: talks.count))
        var records = await records(of: talks)
        var notes: [String] = []
        if plan.revisions == .all {
            (records, notes) = await onlyOffered(records)
        }
        notes += records.filter { $0.record.unkeptLines > 0 }.map { subject, record in
            "\(subject.name) \(record.revision): \(record.unkeptLines) further lines were read but not judged"
        }
        let rows = records.flatMap { results($0.subject, $0.record) }
        var report = Report(
            version: ConformVersion.current,
            mode: plan.mode,
            seed: plan.seed,
            isStrict: plan.isStrict,
            wasInterrupted: Task.isCancelled,
            duration: start.duration(to: clock.now),
            results: rows,
            faults: records.flatMap { OwnMessages.faults(in: $0.record) }.map(plan.secrets.masked),
            notes: notes.map(plan.secrets.masked)
        )
        report.logs = logs(of: records, rows)
        report.judge(plan.baseline)
        return report
    }

    /// What was said wherever a rule is broken.
    private func logs(of records: [Judged], _ rows: [CheckResult]) -> [WireLog] {
        records.filter { subject, record in
            rows.contains { $0.subject == subject && $0.revision == record.revision && $0.verdict.finding != nil }
        }
        .map { WireLog(of: $0.record, subject: $0.subject, secrets: plan.secrets) }
    }

    private typealias Judged = (subject: Subject, record: SessionRecord)

    /// At most so many conversations at a time; the results stand where their talks stood.
    private func records(of talks: [(target: RunTarget, talk: Talk)]) async -> [Judged] {
        await withTaskGroup(of: (Int, SessionRecord).self) { group in
            var next = 0
            var records: [Int: SessionRecord] = [:]
            func startNext(_ group: inout TaskGroup<(Int, SessionRecord)>) {
                guard next < talks.count else {
                    return
                }
                let index = next
                group.addTask { (index, await record(talks[index].target, talks[index].talk)) }
                next += 1
            }
            for _ in 0..<plan.jobs {
                startNext(&group)
            }
            while let (index, record) = await group.next() {
                records[index] = record
                startNext(&group)
            }
            return talks.indices.compactMap { index in
                records[index].map { (talks[index].target.subject, $0) }
            }
        }
    }

    private func record(_ target: RunTarget, _ talk: Talk) async -> SessionRecord {
        let subject = target.subject
        guard !Task.isCancelled else {
            return SessionRecord(
                revision: talk.offer.expectedRevision,
                opening: .interrupted,
                bound: talk.bounds.request,
                stopBound: talk.bounds.stop
            )
        }
        let interview = Interview(host: target.host, talk: talk, clock: clock) { observe(.step(subject, $0)) }
        let record = await interview.record()
        observe(.finished(subject, record.revision))
        // What will be left out again is not told before that is known.
        if plan.revisions != .all { observe(.judged(results(subject, record))) }
        return record
    }

    /// Leaves out what a server does not offer; one that let nobody in is asked once more, as any client would.
    private func onlyOffered(_ records: [Judged]) async -> ([Judged], [String]) {
        var kept: [Judged] = []
        var notes: [String] = []
        for target in plan.targets {
            let own = records.filter { $0.subject == target.subject }
            let offered = own.filter { !$0.record.isNotOffered }
            notes += own.filter(\.record.isNotOffered).compactMap { subject, record in
                record.opening.obstacle.map { "\(subject.name): \($0)" }
            }
            guard !offered.contains(where: \.record.isOpened) else {
                kept += offered
                continue
            }
            kept.append((target.subject, await record(target, plan.talk(.all))))
        }
        return (kept, notes)
    }

    private func results(_ subject: Subject, _ record: SessionRecord) -> [CheckResult] {
        let isInterrupted = Task.isCancelled && record.wasCutShort
        return plan.checks.map { check in
            var verdict = check.verdict(on: record)
            if isInterrupted {
                verdict = verdict.ofInterrupted(check)
            }
            let result = CheckResult(
                subject: subject,
                revision: record.revision,
                check: check.id,
                level: check.rule(in: record.revision)?.level,
                verdict: plan.secrets.masked(verdict),
                duration: record.duration(of: check),
                command: plan.secrets.masked(plan.command.line(check.id, record.revision, seed: plan.seed))
            )
            return plan.baseline?.excusing(result) ?? result
        }
    }
}
