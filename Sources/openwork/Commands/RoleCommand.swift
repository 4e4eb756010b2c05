import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `role`: who works with what.
struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "See whether a role can do its job, and change what it works with.",
        subcommands: [
            RoleListCommand.self, RoleShowCommand.self, RoleStatusCommand.self, RoleAssignCommand.self,
            RoleRulesCommand.self, RoleTokenCommand.self,
        ]
    )
}
