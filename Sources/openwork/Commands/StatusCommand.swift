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
            let status = try await ask(daemon)
            if watch { return try await follow(daemon, from: status) }
            Terminal.print(client.json ? status.json.text(.pretty) : StatusTable(status: status).text(all: all))
            if StatusTable(status: status).hasProblem { throw ExitCode(1) }
        }
    }

    private func ask(_ daemon: DaemonClient) async throws -> StatusReport {
        try StatusReport(json: try await daemon.send(.get, "/api/status"))
    }

    private func follow(_ daemon: DaemonClient, from first: StatusReport) async throws {
        var happened: [EventMessage] = []
        Terminal.clear()
        show(first, happened)
        // Asked again once the stream is there: what happens in between would show with the next event only.
        try await daemon.follow("/api/events", whenOpen: { show(try await ask(daemon), happened) }) { event in
            // Whatever it was, the table shows it; only what can be read is told by name.
            if let json = try? JSONValue(parsing: event.data), let message = try? EventMessage(json: json) {
                happened = (happened + [message]).suffix(StatusScreen.memory)
            }
            show(try await ask(daemon), happened)
        }
    }

    private func show(_ status: StatusReport, _ happened: [EventMessage]) {
        if client.json { return Terminal.print(status.json.text()) }
        let (columns, rows) = Terminal.size
        let screen = StatusScreen(
            table: StatusTable(status: status),
            happened: happened,
            columns: columns,
            rows: rows
        )
        Terminal.paint(screen.text(all: all, isColoured: Terminal.isWatched))
    }
}
