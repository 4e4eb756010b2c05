import ArgumentParser
import DaemonAPI
import Glibc
import JSON
import MCPConnection
import MCPHTTP

/// Which daemon is meant, and in which form answers are printed.
struct ClientOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's address; otherwise OPENWORK_URL.", valueName: "address"))
    var url: String?

    @Flag(help: "Print the daemon's answer as JSON.")
    var json = false

    /// Works with a daemon; what goes wrong is printed, and becomes the exit code.
    func with(_ body: (DaemonClient) async throws -> Void) async throws {
        try await withPool { base, token, pool in
            try await body(DaemonClient(base: base, token: token, exchanger: pool))
        }
    }

    /// Works with a daemon over connections of its own; what goes wrong is printed, and becomes the exit code.
    func withPool(_ body: (_ base: String, _ token: String?, HTTPPool) async throws -> Void) async throws {
        let environment = inheritedEnvironment()
        var base = url ?? environment["OPENWORK_URL"] ?? "http://127.0.0.1:18800"
        while base.hasSuffix("/") { base.removeLast() }
        do {
            try await HTTPPool.with { pool in try await body(base, environment["OPENWORK_TOKEN"], pool) }
        } catch let fault as ClientFault {
            Terminal.complain(fault.description)
            throw ExitCode(fault.exitCode)
        } catch let error as AnswerError {
            Terminal.complain(error.description)
            throw ExitCode(1)
        }
    }
}
