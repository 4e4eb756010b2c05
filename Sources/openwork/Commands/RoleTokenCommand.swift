import ArgumentParser

/// `role token`: who may use the endpoint of a role from elsewhere.
struct RoleTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and revoke the tokens by which agents may use the endpoint of a role.",
        subcommands: [RoleTokenCreateCommand.self, RoleTokenListCommand.self, RoleTokenRevokeCommand.self]
    )
}
