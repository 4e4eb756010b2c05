import Daemon
import Glibc
import Logging
import MCP
import MCPConnection
import MCPHTTP
import Registry
import Store
import UnixSignals

/// One life of the daemon, from an empty or a used home to the end in order.
struct DaemonRun {
    let listening: Listening
    let home: String?
    let isDemo: Bool
    let environment: [String: String]
    let logger: Logger

    func run() async throws {
        ProcessRoom.shareHeaps()
        ProcessRoom.raiseDescriptorLimit()
        if isDemo { return try await demonstrate() }
        try await serve(settings(home: try chosenHome()), stage: nil)
    }

    /// Puts a backup in the place of what is remembered; refused while a daemon works in the home.
    func restore(_ backup: String) async throws {
        let kept = try await chosenHome().restore(backup)
        let words = kept.map { "; what was there before is kept as \($0)" } ?? ""
        let line = Array("openworkd: \(backup) is restored\(words)\n".utf8)
        _ = write(STDOUT_FILENO, line, line.count)
    }

    private func chosenHome() throws -> Home {
        guard let home = home.map({ Home(path: $0) }) ?? Home.choose(environment: environment) else {
            throw RunFault("there is no home: set HOME or OPENWORK_HOME to an absolute path, or give --home")
        }
        return home
    }

    private func demonstrate() async throws {
        let mock = LocalFile.executableFolder() + "/openwork-mock"
        guard access(mock, X_OK) == 0 else {
            throw RunFault("\(mock) is not there: build it with swift build --product openwork-mock")
        }
        try await TemporaryHome.with { path in
            let stage = DemoStage(mock: mock)
            var settings = settings(home: Home(path: path))
            settings.standIn = { stage.standIn(for: $0, $1) }
            settings.loginShell = nil
            try await serve(settings, stage: stage)
        }
    }

    private func settings(home: Home) -> DeskSettings {
        var settings = DeskSettings(
            home: home,
            shipped: ShippedFiles.find(),
            environment: environment,
            info: Implementation(name: "openwork", version: DaemonVersion.current),
            now: Self.wallTime
        )
        settings.loginShell = LoginShell.ofThisUser() ?? environment["SHELL"]
        settings.hosts = listening.doorkeeper.hosts
        settings.wantsTokens = listening.doorkeeper.wantsTokens
        return settings
    }

    private func serve(_ settings: DeskSettings, stage: DemoStage?) async throws {
        let notifier = ServiceNotifier(environment: environment)
        let sockets = try PassedSockets.take(environment, isOpenToOthers: listening.isOpenToOthers)
        let time = Timekeeper(ContinuousClock())
        let logger = logger
        try await withDesk(settings, clock: ContinuousClock(), logger: logger) { desk in
            let server = DaemonServer(
                desk,
                doorkeeper: listening.doorkeeper,
                settings: listening.settings,
                sockets: sockets,
                notifier: notifier,
                time: time,
                logger: logger
            ) { port in
                let scheme = listening.settings.tls == nil ? "http" : "https"
                let host = listening.settings.host == "127.0.0.1" ? "localhost" : listening.settings.host
                let line = Array("openworkd: listening on \(scheme)://\(host):\(port)\n".utf8)
                desk.reachable(at: listening.publicAddress(port: port))
                _ = write(STDERR_FILENO, line, line.count)
            }
            let demo = stage.map { stage in
                Demo(desk, stage: stage, entries: Self.entries(settings), time: time, logger: logger)
            }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await server.run(untilOneOf: [.sigterm, .sigint]) }
                if let demo { tasks.addTask { await demo.run() } }
                tasks.addTask { await ProcessRoom.keepSmall(time) }
                defer { tasks.cancelAll() }
                try await tasks.next()
            }
        }
    }

    private static func entries(_ settings: DeskSettings) -> [Integration] {
        var loader = RegistryLoader(shipped: settings.shipped)
        return loader.load().integrations
    }

    @Sendable
    private static func wallTime() -> WallTime {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return WallTime(milliseconds: Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000)
    }
}
