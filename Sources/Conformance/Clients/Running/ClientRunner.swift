import MCP

/// Plays every scene that a plan needs, and has every check judge what was seen.
package struct ClientRunner<C: Clock<Duration>>: Sendable {
    private let plan: ClientPlan
    private let stage: ClientStage<C>
    private let clock: C
    private let observe: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - plan: What to do.
    ///   - stage: Where the scenes are played.
    ///   - clock: Counts the whole run.
    ///   - observe: Called for each event, from several tasks at once.
    package init(
        plan: ClientPlan,
        stage: ClientStage<C>,
        clock: C,
        observe: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.plan = plan
        self.stage = stage
        self.clock = clock
        self.observe = observe
    }

    /// The report, in the order of the plan whatever finished first.
    package func run() async -> Report {
        let start = clock.now
        observe(.began(conversations: plan.plays.count))
        let (records, faults) = await records()
        let rows = plan.revisions.flatMap { revision in plan.checks.map { row($0, records, revision) } }
        observe(.judged(rows))
        var report = Report(
            version: ConformVersion.current,
            mode: "live",
            seed: 1,
            isStrict: plan.isStrict,
            wasInterrupted: Task.isCancelled,
            duration: start.duration(to: clock.now),
            results: rows,
            faults: faults
        )
        report.judge(plan.baseline)
        return report
    }

    private func row(_ check: ClientCheck, _ records: [ClientRecord], _ revision: ProtocolRevision) -> CheckResult {
        var verdict = check.verdict(on: records, in: revision)
        if Task.isCancelled, verdict.name != .notApplicable { verdict = .incomplete(Interruption.reason) }
        let own = records.filter { $0.revision == revision && check.scenes.contains($0.scene.id) }
        let result = CheckResult(
            subject: plan.subject,
            revision: revision,
            check: check.id,
            level: check.about.rule(in: revision)?.level,
            verdict: plan.secrets.masked(verdict),
            duration: own.map(\.duration).max() ?? .zero,
            command: plan.secrets.masked(plan.command.line(check.id, revision, seed: 1))
        )
        return plan.baseline?.excusing(result) ?? result
    }

    /// So many scenes at a time; a scene of ours that cannot be put up is a fault of ours.
    private func records() async -> (records: [ClientRecord], faults: [String]) {
        let plays = plan.plays
        return await withTaskGroup(of: (Int, Result<ClientRecord, any Error>).self) { group in
            var next = 0
            var found: [Int: ClientRecord] = [:]
            var faults: [String] = []
            func startNext(_ group: inout TaskGroup<(Int, Result<ClientRecord, any Error>)>) {
                guard next < plays.count, !Task.isCancelled else { return }
                let (index, play) = (next, plays[next])
                group.addTask {
                    do {
                        let record = try await stage.play(play.scene, in: play.revision)
                        observe(.finished(plan.subject, play.revision))
                        return (index, .success(record))
                    } catch {
                        return (index, .failure(error))
                    }
                }
                next += 1
            }
            for _ in 0..<plan.jobs { startNext(&group) }
            while let (index, outcome) = await group.next() {
                switch outcome {
                case .success(let record): found[index] = record
                case .failure(is CancellationError): break
                case .failure(let error): faults.append("\(plays[index].scene.title) could not be played: \(error)")
                }
                startNext(&group)
            }
            return (plays.indices.compactMap { found[$0] }, faults)
        }
    }
}
