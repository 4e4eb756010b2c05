import ArgumentParser
import Daemon
import Glibc
import Logging
import MCPConnection
import MCPHTTP

/// The daemon: installs, configures, runs and watches integrations, and answers on its port.
@main
struct Openworkd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openworkd",
        abstract: "Run the integrations of your agents, watch them, and tell the truth about them over HTTP.",
        discussion: """
            See the whole product in a minute, offline: all integrations on mocks, with things going wrong:
              openworkd --demo
              curl http://localhost:18800/api/status

            Run it for yourself; it keeps everything in ~/.openclaw-team, or in OPENWORK_HOME:
              openworkd
              openwork status

            Only the user who runs it may call it over loopback. For others it wants tokens and TLS:
              openworkd --listen 0.0.0.0 --tokens tokens.txt --tls-certificate cert.pem --tls-key key.pem

            SIGTERM ends it in order, SIGHUP makes it read its configuration and the registry again.

            Exit codes: 0 ended in order · 1 it could not start, or had to end · 64 wrong usage
            """,
        version: "openworkd \(DaemonVersion.current)"
    )

    static func main() async {
        StandardDescriptors.fill()
        await main(nil)
    }

    @OptionGroup(title: "Where it listens")
    var listening: ListenOptions

    @Option(help: ArgumentHelp("Where it keeps everything; otherwise OPENWORK_HOME.", valueName: "folder"))
    var home: String?

    @Flag(help: "All integrations on their mocks in a home that is thrown away, with incidents by script.")
    var demo = false

    @Option(help: ArgumentHelp("Put a backup in the place of what is remembered, and end.", valueName: "file"))
    var restore: String?

    @Option(help: ArgumentHelp("trace, debug, info, notice, warning or error.", valueName: "level"))
    var logLevel: LogLevel = .info

    func validate() throws {
        if let home, !home.hasPrefix("/") {
            throw ValidationError("--home \(home) is relative: give an absolute path")
        }
        guard !demo || (home == nil && restore == nil) else {
            throw ValidationError("--demo has a home of its own: leave out --home and --restore")
        }
    }

    func run() async throws {
        var logger = Logger(label: "openworkd", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = logLevel.level
        let run = DaemonRun(
            listening: try listening.checked(),
            home: home,
            isDemo: demo,
            environment: inheritedEnvironment(),
            logger: logger
        )
        do {
            try await withTaskExecutorPreference(LoopExecutor()) {
                if let restore { try await run.restore(restore) } else { try await run.run() }
            }
        } catch {
            let line = Array("openworkd: \(error)\n".utf8)
            _ = write(STDERR_FILENO, line, line.count)
            throw ExitCode.failure
        }
    }
}
