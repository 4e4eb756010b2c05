import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `role token create`: a new token, told this once.
struct RoleTokenCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a token for the endpoint of a role; it is printed this once, and nothing else is."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The role's id.") var role: String

    @Argument(help: "Whom it is for; stands in the audit.") var name: String

    func run() async throws {
        try await client.with { daemon in
            let path = try Path.role(role, "tokens")
            let json = try await daemon.send(.post, path, TokenRequest(name: name).json)
            let token = try RoleToken(json: json)
            Terminal.print(client.json ? json.text(.pretty) : token.token ?? "")
        }
    }
}
