import Glibc
import Health
package import MCP
import MCPConnection
package import Probing
import Registry
import Synchronization

/// Performs the servers of entries as processes of `openwork-mock`, each started as the daemon would start the real one.
package final class ProcessStage<C: Clock<Duration>>: EntryStage {
    private let mock: String
    private let registry: [String]
    private let seed: UInt64
    private let base: [String: String]
    private let stopBound: Duration
    private let clock: C
    private let prober: Prober<C>
    private let starts = Mutex(0)
    private let peak = Mutex(0)

    /// - Parameters:
    ///   - mock: The path of openwork-mock.
    ///   - registry: Files and folders with entries that are not the shipped ones.
    ///   - seed: For what is random in faults.
    ///   - base: The variables that every server gets.
    ///   - stopBound: How long a server may take to end.
    ///   - clock: Counts bounds and latencies.
    ///   - info: Who we say we are.
    package init(
        mock: String,
        registry: [String] = [],
        seed: UInt64,
        base: [String: String],
        stopBound: Duration,
        clock: C,
        info: Implementation
    ) {
        self.mock = mock
        self.registry = registry
        self.seed = seed
        self.base = base
        self.stopBound = stopBound
        self.clock = clock
        prober = Prober(
            clock: clock,
            origin: clock.now,
            wallSeconds: { Int64(time(nil)) },
            info: info,
            knownPages: KnownToolPages(limitInBytes: 4 << 20)
        )
    }

    /// Over pipes.
    package var transport: Subject.Transport { .stdio }

    /// All of them, ended ones included.
    package var startedProcesses: Int { starts.withLock { $0 } }

    /// What each process held when it first answered.
    package var peakMemoryInKiB: Int? { peak.withLock { $0 > 0 ? $0 : nil } }

    /// A fresh process for each conversation.
    package func host(_ play: EntryPlay) -> any ServerHost {
        let inner = ProcessHost(server: start(play), stopBound: stopBound, clock: clock)
        return CountingHost(inner) { [self] in starts.withLock { $0 += 1 } }
    }

    /// A process for this one contact, which looks into the environment that it really got.
    package func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        let sight = ContactSight()
        let report = await prober.contact(starting: start(play), subject, bounds: bounds, tap: sight.tap)
        starts.withLock { $0 += sight.starts }
        peak.withLock { $0 = max($0, sight.peakMemoryInKiB) }
        let isFaulty = if case .faulty = play.condition { true } else { false }
        return report.map { sight.contact($0, lookingForSurvivors: isFaulty) }
    }

    /// The command that the daemon would use, with the mock in the place of the real program.
    private func start(_ play: EntryPlay) -> StdioServer {
        let words = play.words(seed: seed, registry: registry)
        let programs = Dictionary(play.server.requires.map { (Self.program($0), "") }) { first, _ in first }
        let capabilities = Capabilities(
            programs: programs,
            installed: [play.server.id: .init(mock, arguments: words)],
            baseEnvironment: base
        )
        let plan = try? LaunchPlan(
            for: play.integration,
            configuration: play.configuration,
            on: capabilities,
            server: play.server.id
        )
        // Without its settings, or elsewhere, there is no command: the mock is started as it is.
        return plan?.program ?? StdioServer(executable: mock, arguments: words, environment: base)
    }

    private static func program(_ requirement: String) -> String {
        String(requirement.prefix { !"<>=!~ ".contains($0) })
    }
}
