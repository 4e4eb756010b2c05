import Conformance
import Install
import MCPConnection
import MCPHTTP

/// Where the servers of integrations are played.
extension EntryRun {
    /// The mock, the recordings, or both.
    func stages(_ played: any EntryStage, _ bounds: TalkBounds) -> [any EntryStage] {
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
        // What was recorded is replayed over pipes.
        case .offline, .live: stage.hasFixtures && entries.transport == "stdio" ? [played, replayed] : [played]
        }
    }

    /// Where faults are played: in memory they cost no time; over processes, some of them cost their bound.
    func faultStages(_ played: any EntryStage, _ pool: HTTPPool) -> [any ContactStage] {
        guard stage.mode == .mock || stage.mode == .offline else { return [] }
        let inMemory = MemoryStage(seed: scope.seed, info: Self.info)
        guard entries.faults else { return played.transport == .http ? [] : [inMemory] }
        let overHTTP = HTTPProcessStage(
            mock: OwnExecutable.neighbour("openwork-mock"),
            registry: entries.registryPaths,
            seed: scope.seed,
            base: StdioServer.baseEnvironment(from: environment),
            exchanger: pool,
            clock: ContinuousClock(),
            info: Self.info
        )
        return switch played.transport {
        case .memory: [inMemory]
        case .http: [overHTTP]
        case .stdio: [inMemory, played, overHTTP]
        }
    }

    /// The mock: as a process, on a port of this machine, or in this very process.
    func played(_ bounds: TalkBounds, _ pool: HTTPPool) -> any EntryStage {
        switch Subject.Transport(rawValue: entries.transport) {
        case .http: HTTPStage(seed: scope.seed, exchanger: pool, clock: ContinuousClock(), info: Self.info)
        case .memory: MemoryStage(seed: scope.seed, info: Self.info)
        case .stdio, nil:
            ProcessStage(
                mock: OwnExecutable.neighbour("openwork-mock"),
                registry: entries.registryPaths,
                seed: scope.seed,
                base: StdioServer.baseEnvironment(from: environment),
                stopBound: bounds.stop,
                clock: ContinuousClock(),
                info: Self.info
            )
        }
    }

    /// The servers themselves, installed under a prefix.
    func live(
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
}
