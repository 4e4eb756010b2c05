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
    func report(terminal: Terminal) async throws -> Report {
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
        plan.jobs = scope.jobs ?? Self.usualJobs
        plan.seed = scope.seed
        plan.isStrict = scope.strict
        plan.options = entries.repeatWords
        if let revision = scope.revision.flatMap(ProtocolRevision.init(rawValue:)) { plan.offer = .only(revision) }
        let stage = ProcessStage(
            mock: OwnExecutable.neighbour("openwork-mock"),
            overlay: entries.userFile,
            seed: scope.seed,
            base: StdioServer.baseEnvironment(from: environment),
            stopBound: plan.bounds.stop,
            clock: ContinuousClock(),
            info: Implementation(name: "openwork-conform", version: ConformVersion.current)
        )
        let progress = ProgressLine(terminal: terminal, steps: 1)
        defer { progress.clear() }
        let runner = EntryRunner(plan: plan, stage: stage, clock: ContinuousClock(), observe: progress.observe)
        return await Interrupts.cancelling { await runner.run() }
    }

    /// Servers spend most of their time waiting for us, and we for them.
    private static var usualJobs: Int { max(2, 2 * sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
