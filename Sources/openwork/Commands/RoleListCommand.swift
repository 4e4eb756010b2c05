import ArgumentParser
import DaemonAPI
import JSON

/// `role list`: every role, and whether it can do its job.
struct RoleListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every role, and whether it can do its job now."
    )

    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.with { daemon in
            let roles = try await Roles.all(daemon)
            if client.json { return Terminal.print(JSONValue.array(roles.map(\.json)).text(.pretty)) }
            var table = TextTable(["", "role", "integrations", "lacks"])
            for role in roles {
                table.add([
                    role.readiness.isReady ? "✅" : "❌", role.id, "\(role.members.count)",
                    role.readiness.missing.joined(separator: ", "),
                ])
            }
            Terminal.print(table.text)
        }
    }
}
