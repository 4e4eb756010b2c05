import ArgumentParser
import DaemonAPI
import JSON
import Wording

/// `role show`: one role.
struct RoleShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One role: its integrations, and what it lacks."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.with { daemon in
            let roles = try await Roles.all(daemon)
            guard let role = roles.first(where: { $0.id == id }) else {
                let nearest = NearestName.of(id, among: roles.map(\.id)).map { ": did you mean \($0)?" } ?? ""
                throw ClientFault.local("there is no role \(id)\(nearest)")
            }
            Terminal.print(client.json ? role.json.text(.pretty) : Roles.text(role))
            if !role.readiness.isReady { throw ExitCode(1) }
        }
    }
}
