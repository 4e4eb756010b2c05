import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `role token revoke`: a token that opens nothing any more.
struct RoleTokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke a token: it is refused from the next request on."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The role's id.") var role: String

    @Argument(help: "The token's id, as in the list.") var token: String

    func run() async throws {
        guard token.wholeMatch(of: /[0-9a-f]{1,64}/) != nil else {
            throw ValidationError("\(token) is no id of a token: see openwork role token list \(role)")
        }
        try await client.with { daemon in
            _ = try await daemon.send(.delete, try Path.role(role, "tokens/\(token)"))
            if !client.json { Terminal.print("revoked") }
        }
    }
}
