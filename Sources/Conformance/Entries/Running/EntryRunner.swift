import Health
import MCP
import MCPConnection
import Probing
import Registry

/// Plays every server of a plan in everything that may be wrong, and has every check judge what was seen.
package struct EntryRunner<C: Clock<Duration>>: Sendable {
    private let plan: EntryPlan
    private let stage: any EntryStage
    private let clock: C
    private let observe: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - plan: What to do.
    ///   - stage: Where servers are played.
    ///   - clock: Counts bounds and durations.
    ///   - observe: Called for each event, from several tasks at once.
    package init(
        plan: EntryPlan,
        stage: any EntryStage,
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
        observe(.began(conversations: plan.subjects.count))
        let rows = await rows()
        var report = Report(
            version: ConformVersion.current,
            mode: "offline",
            seed: plan.seed,
            isStrict: plan.isStrict,
            wasInterrupted: Task.isCancelled,
            duration: start.duration(to: clock.now),
            results: rows.flatMap(\.results),
            faults: rows.flatMap(\.faults)
        )
        report.shard = plan.shard
        report.selection = plan.selection
        report.logs = rows.flatMap(\.logs)
        report.judge(plan.baseline)
        report.usage = RunUsage.measured(
            processes: stage.startedProcesses,
            peakChildMemoryInKiB: stage.peakMemoryInKiB
        )
        return report
    }

    private typealias Rows = (results: [CheckResult], faults: [String], logs: [WireLog])

    private func rows() async -> [Rows] {
        await withTaskGroup(of: (Int, Rows).self) { group in
            var next = 0
            var found: [Int: Rows] = [:]
            func startNext(_ group: inout TaskGroup<(Int, Rows)>) {
                guard next < plan.subjects.count else { return }
                let (index, subject) = (next, plan.subjects[next])
                let isFirst = index == 0 || plan.subjects[index - 1].integration.id != subject.integration.id
                group.addTask { (index, await rows(of: subject, isFirst: isFirst)) }
                next += 1
            }
            for _ in 0..<max(1, plan.jobs) { startNext(&group) }
            while let (index, rows) = await group.next() {
                found[index] = rows
                startNext(&group)
            }
            return plan.subjects.indices.compactMap { found[$0] }
        }
    }

    private func rows(of subject: EntrySubject, isFirst: Bool) async -> Rows {
        var record = EntryRecord(subject)
        record.faults = plan.faults[subject.integration.id] ?? []
        record.suites = plan.suites
        let needs = plan.entryChecks.reduce(into: Set<EntryCheck.Need>()) { $0.formUnion($1.needs) }
        if !plan.checks.isEmpty || needs.contains(.session), !Task.isCancelled {
            record.session = await session(of: subject)
        }
        for condition in conditions(of: subject, needs) where !Task.isCancelled {
            record.contacts[condition] = await contact(subject, condition)
        }
        let judge = EntryJudge(plan: plan, transport: stage.transport, wasInterrupted: Task.isCancelled)
        let rows = judge.rows(on: record, isFirst: isFirst).map { plan.baseline?.excusing($0) ?? $0 }
        observe(.finished(rows.first?.subject ?? judge.name(subject), record.session?.revision ?? .latest))
        observe(.judged(rows))
        return (rows, record.session.map { OwnMessages.faults(in: $0) } ?? [], judge.logs(of: record, rows))
    }

    private func conditions(of subject: EntrySubject, _ needs: Set<EntryCheck.Need>) -> [EntryPlay.Condition] {
        var conditions: [EntryPlay.Condition] = []
        if needs.contains(.sound) || needs.contains(.causes) { conditions.append(.sound) }
        if needs.contains(.causes) {
            // What is played may say more than what is believed, and the other way round: the belief decides.
            conditions += ReactionCause.allCases
                .filter { !subject.expectations($0).isEmpty || $0.outcome == nil && subject.hasReactions(to: $0) }
                .map { .troubled($0) }
        }
        if needs.contains(.indiscretion), let secret = subject.speakableSecret {
            conditions.append(.indiscreet(secret: secret.value))
        }
        return conditions
    }

    // MARK: Playing

    private func session(of subject: EntrySubject) async -> SessionRecord {
        let play = EntryPlay(
            subject.played.integration,
            subject.played.server,
            .sound,
            configuration: subject.configuration
        )
        let steps = Set((plan.checks + plan.entryChecks.map(\.about)).flatMap(\.steps))
        let talk = Talk(
            offer: plan.offer,
            steps: steps,
            bounds: plan.bounds,
            call: subject.harmlessCall,
            seed: plan.seed,
            info: Implementation(name: "openwork-conform", version: ConformVersion.current)
        )
        return await Interview(host: stage.host(play), talk: talk, clock: clock, onStep: { _ in }).record()
    }

    private func contact(_ subject: EntrySubject, _ condition: EntryPlay.Condition) async -> EntryContact? {
        let isMissing = condition == .troubled(.missing)
        let play = EntryPlay(
            subject.played.integration,
            subject.played.server,
            condition,
            configuration: isMissing ? [:] : subject.overfullConfiguration
        )
        var probed = ProbeSubject(
            subject.integration,
            server: subject.server,
            configuration: isMissing ? [:] : subject.configuration,
            isLoggedIn: !isMissing
        )
        var bounds = ProbeBounds()
        bounds.session.probe = plan.bounds.probe
        bounds.probe = plan.bounds.request
        bounds.teardown.afterInputClosed = plan.bounds.stop
        probed.probe?.timeLimit = plan.bounds.request
        if case .troubled(let cause) = condition {
            for reaction in subject.expectations(cause).map(\.reaction) where reaction.how == .silent {
                if reaction.when == .call { probed.probe?.timeLimit = plan.silence }
                if reaction.when == .list { bounds.list = plan.silence }
                if reaction.when <= .connect { bounds.session.start = plan.silence }
            }
        }
        return await stage.contact(play, probed, bounds)
    }
}
