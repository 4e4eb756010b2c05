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

    private static let info = Implementation(name: "openwork-conform", version: ConformVersion.current)

    /// Leads everything, and gives the report.
    func report(terminal: Terminal) async throws -> Report {
        let plan = try plan()
        let progress = ProgressLine(terminal: terminal, steps: 1)
        defer { progress.clear() }
        guard stage.mode == .live else {
            let played = played(plan.bounds)
            return await run(plan, on: stages(played, plan.bounds), faults: faultStages(played), progress)
        }
        let prefix = try LivePrefix(stage.prefix)
        defer { prefix.leave() }
        return try await HTTPPool.with { pool in
            await run(plan, on: [live(prefix.path, plan.bounds, pool, progress)], progress)
        }
    }

    private func run(
        _ plan: EntryPlan,
        on stages: [any EntryStage],
        faults faultStages: [any ContactStage] = [],
        _ progress: ProgressLine
    ) async -> Report {
        let runner = EntryRunner(
            plan: plan,
            stages: stages,
            faultStages: faultStages,
            clock: ContinuousClock(),
            observe: progress.observe
        )
        return await Interrupts.cancelling { await runner.run() }
    }

    private func plan() throws -> EntryPlan {
        let (snapshot, subjects) = try entries.choose(ids, seed: scope.seed)
        let chosen = Set(subjects.map(\.integration.id))
        var plan = EntryPlan(subjects)
        let faults = RegistryLint.faults(in: snapshot, only: chosen).filter { $0.severity == .error }
        plan.faults = Dictionary(grouping: faults) { $0.subject ?? "" }.mapValues { $0.map(\.description) }
        if let folder = entries.suites.map(SuiteFolder.init(path:)) {
            let profile = try folder.profile()
            plan.keep(matching: profile.checks)
            plan.silence = profile.silence
            plan.suites = try folder.suites(of: chosen)
        }
        plan.keep(matching: scope.patterns)
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

    /// The mock, the recordings, or both.
    private func stages(_ played: any EntryStage, _ bounds: TalkBounds) -> [any EntryStage] {
        let replayed = ReplayStage(
            mock: OwnExecutable.neighbour("openwork-mock"),
            folder: stage.fixtures,
            base: StdioServer.baseEnvironment(from: environment),
            stopBound: bounds.stop,
            clock: ContinuousClock(),
            info: Self.info
        )
        return switch stage.mode {
        case .mock: [played]
        case .replay: [replayed]
        case .offline, .live: stage.hasFixtures ? [played, replayed] : [played]
        }
    }

    /// Where faults are played: in memory they cost no time; over processes, some of them cost their bound.
    private func faultStages(_ played: any EntryStage) -> [any ContactStage] {
        guard stage.mode == .mock || stage.mode == .offline else { return [] }
        let inMemory = MemoryStage(seed: scope.seed, info: Self.info)
        return entries.faults ? [inMemory, played] : [inMemory]
    }

    private func played(_ bounds: TalkBounds) -> ProcessStage<ContinuousClock> {
        ProcessStage(
            mock: OwnExecutable.neighbour("openwork-mock"),
            overlay: entries.userFile,
            seed: scope.seed,
            base: StdioServer.baseEnvironment(from: environment),
            stopBound: bounds.stop,
            clock: ContinuousClock(),
            info: Self.info
        )
    }

    private func live(
        _ prefix: String,
        _ bounds: TalkBounds,
        _ pool: HTTPPool,
        _ progress: ProgressLine
    ) -> any EntryStage {
        let base = StdioServer.baseEnvironment(from: environment)
        var settings = LiveSettings(prefix: prefix, base: base, stopBound: bounds.stop)
        // What is set here counts, unless the file or --env says otherwise.
        settings.given = environment.merging(given) { $1 }
        settings.hasStandIn = stage.standIn
        let clients = ProcessRunner(clock: ContinuousClock())
        return LiveStage(
            settings: settings,
            installer: Installer(runner: clients, environment: environment),
            runner: clients,
            exchanger: pool,
            clock: ContinuousClock(),
            info: Self.info,
            onInstall: progress.note
        )
    }

    /// Servers spend most of their time waiting for us, and we for them.
    private static var usualJobs: Int { max(2, 2 * sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
