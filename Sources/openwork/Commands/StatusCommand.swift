import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON
import MCPHTTP

/// `status`: every integration that is in use, what is wrong first.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How every integration is, why, since when, and what to do about it.",
        discussion: """
              openwork status
              openwork status --all
              openwork status --watch
              openwork status --json

            Exit code 1 when anything is degraded or disconnected, or an entry cannot be read.
            """
    )

    @OptionGroup var client: ClientOptions

    @Flag(help: "Show it again whenever something happens, until Ctrl-C.")
    var watch = false

    @Flag(help: "Also those that are switched off or were never configured.")
    var all = false

    func run() async throws {
        try await client.with { daemon in
            if watch { Terminal.clear() }
            var status = try await show(daemon)
            if watch {
                try await daemon.follow("/api/events") { _ in status = try await show(daemon) }
            }
            if status.hasProblem { throw ExitCode(1) }
        }
    }

    private func show(_ daemon: DaemonClient) async throws -> StatusTable {
        let json = try await daemon.send(.get, "/api/status")
        let table = StatusTable(status: try StatusReport(json: json))
        if client.json {
            Terminal.print(json.text(watch ? .compact : .pretty))
        } else if watch {
            Terminal.show(table.text(all: all))
        } else {
            Terminal.print(table.text(all: all))
        }
        return table
    }
}
