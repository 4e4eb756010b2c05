import ArgumentParser
import DaemonAPI
import Health
import HTTPTypes
import JSON

/// `list`: what there is.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the integrations: what there is, what is configured, what is installed."
    )

    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.with { daemon in
            let json = try await daemon.send(.get, "/api/integrations")
            if client.json { return Terminal.print(json.text(.pretty)) }
            let reader = try AnswerReader(json)
            let all = try reader.list("integrations") { json throws(AnswerError) in try IntegrationReport(json: json) }
            var table = TextTable(["", "id", "tier", "roles", "settings", "server", "installed", "name"])
            for report in all {
                let required = report.fields.filter(\.isRequired)
                let server = report.servers.first(where: \.isChosen) ?? report.servers.first
                table.add([
                    report.status.isEnabled ? report.status.health.state.icon : "·", report.status.id,
                    report.status.tier ?? "", report.roles.joined(separator: ","),
                    "\(required.count(where: \.isSet))/\(required.count)", server?.kind ?? "",
                    report.install?.version ?? "", report.status.name,
                ])
            }
            Terminal.print(table.text)
        }
    }
}
