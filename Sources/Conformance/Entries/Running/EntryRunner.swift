import Health
import MCP
import MCPConnection
import Probing
import Registry

/// Plays every server of a plan in everything that may be wrong, and has every check judge what was seen.
package struct EntryRunner<C: Clock<Duration>>: Sendable {
    private let plan: EntryPlan
    private let stages: [any EntryStage]
    private let faultStages: [any ContactStage]
    private let clock: C
    private let observe: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - plan: What to do.
    ///   - stages: Where each server is played, one after the other; entries as a whole are judged on the first.
    ///   - faultStages: Where their faults are played, a stage per transport; none plays no faults.
    ///   - clock: Counts bounds and durations.
    ///   - observe: Called for each event, from several tasks at once.
    package init(
        plan: EntryPlan,
        stages: [any EntryStage],
        faultStages: [any ContactStage] = [],
        clock: C,
        observe: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.plan = plan
        self.stages = stages
        self.faultStages = faultStages
        self.clock = clock
        self.observe = observe
    }

    /// A runner on one stage.
    package init(
        plan: EntryPlan,
        stage: any EntryStage,
        faultStages: [any ContactStage] = [],
        clock: C,
        observe: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.init(plan: plan, stages: [stage], faultStages: faultStages, clock: clock, observe: observe)
    }

    /// The report, in the order of the plan whatever finished first.
    package func run() async -> Report {
        let start = clock.now
        observe(.began(conversations: plan.subjects.count * stages.count))
        let rows = await rows()
        var report = Report(
            version: ConformVersion.current,
            mode: plan.mode,
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
            processes: stages.map(\.startedProcesses).reduce(0, +),
            peakChildMemoryInKiB: stages.compactMap(\.peakMemoryInKiB).max()
        )
        if playsFaultsWidely {
            report.faultMatrix = FaultMatrix(rows.flatMap(\.sightings))
        }
        return report
    }

    private var playsFaultsWidely: Bool { faultStages.contains { $0.transport != .memory } }

    private struct Rows: Sendable {
        var results: [CheckResult] = []
        var faults: [String] = []
        var sightings: [FaultSighting] = []
        var logs: [WireLog] = []
    }

    private func rows() async -> [Rows] {
        await withTaskGroup(of: (Int, Rows).self) { group in
            var next = 0
            var found: [Int: Rows] = [:]
            let turns = turns
            func startNext(_ group: inout TaskGroup<(Int, Rows)>) {
                guard next < turns.count else { return }
                let index = turns[next]
                let place = index / stages.count
                let (subject, stage) = (plan.subjects[place], stages[index % stages.count])
                let isFirst = place == 0 || plan.subjects[place - 1].integration.id != subject.integration.id
                let isLead = index % stages.count == 0
                group.addTask {
                    (index, await rows(of: subject, on: stage, isFirst: isFirst && isLead, isLead: isLead))
                }
                next += 1
            }
            for _ in 0..<max(1, plan.jobs) { startNext(&group) }
            while let (index, rows) = await group.next() {
                found[index] = rows
                startNext(&group)
            }
            return found.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// What is played when: those first that wait for a server to say nothing, for at the end all would wait with them.
    private var turns: [Int] {
        let all = plan.subjects.indices.flatMap { place in stages.indices.map { place * stages.count + $0 } }
        let isSilent = plan.subjects.map(\.isSilent)
        return all.filter { isSilent[$0 / stages.count] } + all.filter { !isSilent[$0 / stages.count] }
    }

    private func rows(
        of subject: EntrySubject,
        on stage: any EntryStage,
        isFirst: Bool,
        isLead: Bool
    ) async -> Rows {
        var record = EntryRecord(subject, kind: stage.kind)
        record.faults = plan.faults[subject.integration.id] ?? []
        record.suites = plan.suites
        let plan = plan.judged(on: stage)
        let preparation = plan.isPlayed ? await stage.prepare(subject) : nil
        record.preparation = preparation
        // A server of which nothing was recorded is played by the mock alone.
        if !isLead, case .impossible(.notApplicable) = preparation { return Rows() }
        let needs = plan.entryChecks.reduce(into: Set<EntryCheck.Need>()) { $0.formUnion($1.needs) }
        var scenes = conditions(of: subject, needs).map { EntryScene.contact($0) }
        if !plan.checks.isEmpty || needs.contains(.session) { scenes.insert(.conversation, at: 0) }
        let performance = EntryPerformance(plan: plan, stage: stage, subject: subject, clock: clock)
        for scene in scenes where !Task.isCancelled {
            let terms = preparation?.obstacle.map { EntryTerms(obstacle: $0) } ?? stage.terms(subject, scene)
            record.terms[scene] = terms
            guard terms.obstacle == nil else { continue }
            switch scene {
            case .conversation: record.session = await performance.session(terms)
            case .contact(let condition): record.contacts[condition] = await performance.contact(condition, terms)
            }
        }
        let judge = EntryJudge(plan: plan, stage: stage, wasInterrupted: Task.isCancelled)
        // What a contact makes of a fault hardly depends on the server: one of each entry will do for every run.
        let isTried = isLead && (isFirst || playsFaultsWidely)
        let player = FaultPlayer(
            stages: isTried ? faultStages : [],
            rows: plan.faultChecks.flatMap(\.rows),
            silence: plan.silence
        )
        let sightings = await player.sightings(of: subject) { judge.name(subject, .mock, over: $0) }
        let rows = (judge.rows(on: record, isFirst: isFirst) + judge.rows(on: sightings, of: subject))
            .map { plan.baseline?.excusing($0) ?? $0 }
        observe(.finished(rows.first?.subject ?? judge.name(subject), record.session?.revision ?? .latest))
        observe(.judged(rows))
        return Rows(
            results: rows,
            faults: record.session.map { OwnMessages.faults(in: $0) } ?? [],
            sightings: sightings,
            logs: judge.logs(of: record, rows)
        )
    }

    private func conditions(of subject: EntrySubject, _ needs: Set<EntryCheck.Need>) -> [EntryPlay.Condition] {
        var conditions: [EntryPlay.Condition] = []
        let causes = ReactionCause.allCases.filter { needs.contains(.causes) || needs.contains(.cause($0)) }
        if needs.contains(.sound) || !causes.isEmpty { conditions.append(.sound) }
        // What is played may say more than what is believed, and the other way round: the belief decides.
        conditions +=
            causes
            .filter { !subject.expectations($0).isEmpty || $0.outcome == nil && subject.hasReactions(to: $0) }
            .map { .troubled($0) }
        if needs.contains(.indiscretion), let secret = subject.speakableSecret {
            conditions.append(.indiscreet(secret: secret.value))
        }
        return conditions
    }
}
