import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `role token list`: for whom there are tokens.
struct RoleTokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tokens of a role, without the tokens themselves."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The role's id.") var role: String

    func run() async throws {
        try await client.with { daemon in
            let json = try await daemon.send(.get, try Path.role(role, "tokens"))
            if client.json { return Terminal.print(json.text(.pretty)) }
            let tokens = try AnswerReader(json).list("tokens") { json throws(AnswerError) in try RoleToken(json: json) }
            var table = TextTable(["id", "for", "made"])
            for token in tokens { table.add([token.id, token.name, token.createdAt.text]) }
            Terminal.print(table.text)
        }
    }
}
