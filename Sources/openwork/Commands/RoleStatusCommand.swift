import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `role status`: whether a role can do its job now, from its endpoint.
struct RoleStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Whether a role can do its job now: what agents find at its endpoint.",
        discussion: "Exit codes: 0 it can · 1 it cannot, or there is no such role · 3 the daemon cannot be reached"
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.with { daemon in
            let json = try await daemon.send(.get, try Path.role(id, "readiness"))
            let report = try EndpointReport(json: json)
            Terminal.print(client.json ? json.text(.pretty) : Roles.text(report))
            if !report.readiness.isReady { throw ExitCode(1) }
        }
    }
}
