import Glibc
import Health
package import MCP
import MCPConnection
package import Probing
import Registry
import Synchronization

/// Performs the servers of entries as processes of `openwork-mock`, each started as the daemon would start the real one.
package final class ProcessStage<C: Clock<Duration>>: EntryStage {
    /// Enough to see what happened, and little enough for every contact of a large run.
    private static var keptRecords: Int { 40 }

    private let mock: String
    private let overlay: String?
    private let seed: UInt64
    private let base: [String: String]
    private let stopBound: Duration
    private let clock: C
    private let prober: Prober<C>
    private let starts = Mutex(0)
    private let peak = Mutex(0)

    /// - Parameters:
    ///   - mock: The path of openwork-mock.
    ///   - overlay: A file of the user's entries, laid over the shipped ones.
    ///   - seed: For what is random in faults.
    ///   - base: The variables that every server gets.
    ///   - stopBound: How long a server may take to end.
    ///   - clock: Counts bounds and latencies.
    ///   - info: Who we say we are.
    package init(
        mock: String,
        overlay: String? = nil,
        seed: UInt64,
        base: [String: String],
        stopBound: Duration,
        clock: C,
        info: Implementation
    ) {
        self.mock = mock
        self.overlay = overlay
        self.seed = seed
        self.base = base
        self.stopBound = stopBound
        self.clock = clock
        prober = Prober(clock: clock, origin: clock.now, wallSeconds: { Int64(time(nil)) }, info: info)
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
        let environment = Mutex<[String: String]?>(nil)
        let process = Mutex<Int32?>(nil)
        let records = Mutex<[WireRecord]>([])
        let tap = WireTap { [self] record in
            records.withLock { kept in if kept.count < Self.keptRecords { kept.append(record) } }
            switch record.event {
            case .opened(let pid?):
                starts.withLock { $0 += 1 }
                process.withLock { $0 = pid }
            case .received:
                // Only now is it certain that the program itself runs, and not yet its beginning.
                guard let pid = process.withLock({ $0.take() }) else { return }
                let view = ProcessView(pid: pid)
                environment.withLock { $0 = view.environment }
                peak.withLock { $0 = max($0, view.peakMemoryInKiB ?? 0) }
            default: break
            }
        }
        let report = await prober.contact(starting: start(play), subject, bounds: bounds, tap: tap)
        return report.map { report in
            EntryContact(report, environment: environment.withLock { $0 }, records: records.withLock { $0 })
        }
    }

    /// The command that the daemon would use, with the mock in the place of the real program.
    private func start(_ play: EntryPlay) -> StdioServer {
        var words = [play.integration.id, "--server", play.server.id, "--seed", "\(seed)"]
        if let overlay { words += ["--registry", overlay] }
        switch play.condition {
        case .sound: words += ["--condition", "sound"]
        case .troubled(let cause): words += ["--condition", cause.rawValue]
        case .indiscreet(let secret):
            words += ["--condition", "sound", "--fault", "exit-at-start,stderr=Error: 401 invalid token \(secret)"]
        }
        words.append("--")
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
