import ArgumentParser
import Conformance
import Glibc
import MCP
import MCPConnection
import Registry
import RegistryLint

/// `run ID…` and `run --all`: plays every server that was asked for, and judges entries, mocks and health together.
struct EntryRun {
    let ids: [String]
    let entries: EntryOptions
    let scope: ScopeOptions
    let environment: [String: String]

    /// Leads everything, and gives the report.
    func report(terminal: Terminal, stream: RowStream?) async throws -> Report {
        let (snapshot, chosen) = try entries.choose(ids, seed: scope.seed)
        let change: EntryChange? =
            if let revision = entries.changedSince { try await EntryChange(since: revision, entries) } else { nil }
        let all = chosen.filter { change?.ids?.contains($0.integration.id) ?? true }
        let subjects = all.filter { scope.shard?.holds($0.integration.id) ?? true }
        let kept = Set(subjects.map(\.integration.id))
        var plan = EntryPlan(subjects)
        plan.shard = scope.shard.map { ShardRecord(shard: $0, integrations: Self.ids(of: all)) }
        plan.selection = change?.reason
        plan.baseline = try scope.readBaseline()
        plan.places = EntryPlaces.ofEntries(snapshot, subjects)
        let faults = RegistryLint.faults(in: snapshot, only: kept).filter { $0.severity == .error }
        plan.faults = Dictionary(grouping: faults) { $0.subject ?? "" }.mapValues { $0.map(\.description) }
        if let folder = entries.suites.map(SuiteFolder.init(path:)) {
            let profile = try folder.profile()
            plan.keep(matching: profile.checks)
            plan.silence = profile.silence
            plan.suites = try folder.suites(of: kept)
            plan.suitePlaces = try EntryPlaces.ofSuites(folder, kept)
        }
        plan.keep(matching: scope.patterns)
        plan.bounds = TalkBounds(step: .milliseconds(Int64(scope.timeout * 1000)))
        plan.jobs = scope.jobs ?? Self.usualJobs
        plan.seed = scope.seed
        plan.isStrict = scope.strict
        plan.options = entries.repeatWords
        if let revision = scope.revision.flatMap(ProtocolRevision.init(rawValue:)) { plan.offer = .only(revision) }
        let stage = ProcessStage(
            mock: OwnExecutable.neighbour("openwork-mock"),
            overlay: entries.overlay,
            seed: scope.seed,
            base: StdioServer.baseEnvironment(from: environment),
            stopBound: plan.bounds.stop,
            clock: ContinuousClock(),
            info: Implementation(name: "openwork-conform", version: ConformVersion.current)
        )
        let progress = ProgressLine(terminal: terminal, steps: 1)
        defer { progress.clear() }
        let whole = plan
        return await Interrupts.cancelling {
            let first = await EntryRunner(plan: whole, stage: stage, clock: ContinuousClock()) { event in
                progress.observe(event)
                stream?.observe(event)
            }
            .run()
            return await Retries(count: scope.retries).completing(first) { rows in
                await EntryRunner(plan: whole.again(for: rows), stage: stage, clock: ContinuousClock()).run()
            }
        }
    }

    /// In the order of the registry, each once.
    private static func ids(of subjects: [EntrySubject]) -> [String] {
        var seen: Set<String> = []
        return subjects.map(\.integration.id).filter { seen.insert($0).inserted }
    }

    /// Servers spend most of their time waiting for us, and we for them.
    private static var usualJobs: Int { max(2, 2 * sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
