import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `role assign`: what a role works with from now on.
struct RoleAssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Give a role other integrations, or let it follow its file again.",
        discussion: """
              openwork role assign support zendesk slack --optional notion
              openwork role assign support --as-filed
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The role's id.") var role: String

    @Argument(help: "Integrations without which it cannot do its job.") var integrations: [String] = []

    @Option(help: ArgumentHelp("One that it can do without; may be repeated.", valueName: "id"))
    var optional: [String] = []

    @Flag(help: "What the role's file says, again.") var asFiled = false

    func validate() throws {
        let isList = !integrations.isEmpty || !optional.isEmpty
        guard isList != asFiled else {
            throw ValidationError("name the integrations of the role, or give --as-filed, and not both")
        }
    }

    func run() async throws {
        try await client.with { daemon in
            let members =
                integrations.map { RoleReport.Member($0) } + optional.map { RoleReport.Member($0, isRequired: false) }
            let request = AssignRequest(asFiled ? nil : members)
            let json = try await daemon.send(.put, try Path.role(role), request.json)
            Terminal.print(client.json ? json.text(.pretty) : Roles.text(try RoleReport(json: json)))
        }
    }
}
