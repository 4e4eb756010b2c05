import ArgumentParser
import Conformance
import Glibc
import Install
import MCP
import MCPConnection
import MCPHTTP
import Registry
import RegistryLint

/// `run ID…` and `run --all`: plays every server that was asked for, and judges entries, servers and health together.
struct EntryRun {
    let ids: [String]
    let entries: EntryOptions
    let stage: StageOptions
    let scope: ScopeOptions
    /// What the user gives to servers, by variable; live only.
    let given: [String: String]
    let environment: [String: String]

    static let info = Implementation(name: "openwork-conform", version: ConformVersion.current)

    /// Leads everything, and gives the report.
    func report(terminal: Terminal, stream: RowStream?) async throws -> Report {
        let plan = try await plan()
        let progress = ProgressLine(terminal: terminal, steps: 1)
        defer { progress.clear() }
        let observe: @Sendable (RunEvent) -> Void = { event in
            progress.observe(event)
            stream?.observe(event)
        }
        let prefix = stage.mode == .live ? try LivePrefix(stage.prefix) : nil
        defer { prefix?.leave() }
        return try await HTTPPool.with { pool in
            if let prefix { return await run(plan, on: [live(prefix.path, plan.bounds, pool, progress)], observe) }
            let played = played(plan.bounds, pool)
            return await run(plan, on: stages(played, plan.bounds), faults: faultStages(played, pool), observe)
        }
    }

    private func run(
        _ plan: EntryPlan,
        on stages: [any EntryStage],
        faults faultStages: [any ContactStage] = [],
        _ observe: @escaping @Sendable (RunEvent) -> Void
    ) async -> Report {
        @Sendable func runner(
            _ plan: EntryPlan,
            _ observe: @escaping @Sendable (RunEvent) -> Void
        ) -> EntryRunner<ContinuousClock> {
            EntryRunner(
                plan: plan,
                stages: stages,
                faultStages: faultStages,
                clock: ContinuousClock(),
                observe: observe
            )
        }
        return await Interrupts.cancelling {
            await Retries(count: scope.retries).completing(runner(plan, observe).run()) { rows in
                await runner(plan.again(for: rows)) { _ in }.run()
            }
        }
    }

    private func plan() async throws -> EntryPlan {
        let (snapshot, chosen) = try entries.choose(ids, seed: scope.seed)
        let change: EntryChange? =
            if let revision = entries.changedSince { try await EntryChange(since: revision, entries) } else { nil }
        let all = chosen.filter { change?.ids?.contains($0.integration.id) ?? true }
        let subjects = all.filter { scope.shard?.holds($0.integration.id) ?? true }
        let kept = Set(subjects.map(\.integration.id))
        var plan = EntryPlan(subjects, over: entries.transport == "http" ? .http : .pipes)
        plan.shard = scope.shard.map { ShardRecord(shard: $0, integrations: Self.ids(of: all)) }
        plan.selection = change?.reason
        plan.baseline = try scope.readBaseline()
        let folder = entries.suites.map(SuiteFolder.init(path:))
        if let profile = try folder?.profile() {
            plan.keep(matching: profile.checks)
            plan.silence = profile.silence
        }
        plan.keep(matching: scope.patterns)
        // No server is started before all of these are read, and none of them needs another.
        let isLinted = plan.entryChecks.contains { $0.id == EntryCheck.entrySound.id }
        async let faults = isLinted ? Self.faults(in: snapshot, of: kept) : [:]
        async let suites = folder?.suites(of: kept)
        async let places = EntryPlaces.ofEntries(snapshot, subjects)
        async let suitePlaces = folder.map { try EntryPlaces.ofSuites($0, kept) } ?? [:]
        (plan.faults, plan.places) = await (faults, places)
        (plan.suites, plan.suitePlaces) = try await (suites, suitePlaces)
        plan.bounds = TalkBounds(step: .milliseconds(Int64(scope.timeout * 1000)))
        plan.jobs = scope.jobs ?? (stage.mode == .live ? 2 : Self.usualJobs)
        plan.seed = scope.seed
        plan.isStrict = scope.strict
        plan.mode = stage.mode == .live ? "live" : "offline"
        plan.required = stage.required
        plan.options = entries.repeatWords + stage.repeatWords
        if let revision = scope.revision.flatMap(ProtocolRevision.init(rawValue:)) { plan.offer = .only(revision) }
        return plan
    }

    /// What is wrong with entries, by id.
    private static func faults(in snapshot: RegistrySnapshot, of ids: Set<String>) -> [String: [String]] {
        let faults = RegistryLint.faults(in: snapshot, only: ids).filter { $0.severity == .error }
        return Dictionary(grouping: faults) { $0.subject ?? "" }.mapValues { $0.map(\.description) }
    }

    /// In the order of the registry, each once.
    private static func ids(of subjects: [EntrySubject]) -> [String] {
        var seen: Set<String> = []
        return subjects.map(\.integration.id).filter { seen.insert($0).inserted }
    }

    /// Servers spend most of their time waiting for us, and we for them.
    private static var usualJobs: Int { max(2, 2 * sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
