import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON
import Registry

/// `role rules`: what a role may use of the tools of its integrations.
struct RoleRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Say what a role may use of the tools of its integrations.",
        discussion: """
            What is given here takes the place of all rules that the role had:
              openwork role rules support --read-only --deny 'delete_*' --deny 'github/*'
              openwork role rules engineering --approval review
              openwork role rules support --as-filed
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The role's id.") var role: String

    @Option(help: ArgumentHelp("Only what matches one of these is offered; may be repeated.", valueName: "pattern"))
    var allow: [String] = []

    @Option(help: ArgumentHelp("What matches is never offered; may be repeated.", valueName: "pattern"))
    var deny: [String] = []

    @Flag(help: "Only tools that change nothing.") var readOnly = false

    @Option(help: ArgumentHelp("first_use trusts what is seen first; review wants a person.", valueName: "who"))
    var approval: String = RoleRules.Approval.firstUse.rawValue

    @Flag(help: "What the role's file says, again.") var asFiled = false

    func validate() throws {
        guard RoleRules.Approval(rawValue: approval) != nil else {
            throw ValidationError("--approval \(approval) is none: give first_use or review")
        }
        let isGiven = !allow.isEmpty || !deny.isEmpty || readOnly || approval != RoleRules.Approval.firstUse.rawValue
        guard !(asFiled && isGiven) else { throw ValidationError("give rules, or --as-filed, and not both") }
    }

    func run() async throws {
        try await client.with { daemon in
            let rules = RoleRules(
                allowed: allow,
                denied: deny,
                isReadOnly: readOnly,
                approval: RoleRules.Approval(rawValue: approval) ?? .review
            )
            let request = AssignRequest(rules: asFiled ? nil : rules)
            let json = try await daemon.send(.put, try Path.role(role), request.json)
            Terminal.print(client.json ? json.text(.pretty) : Roles.text(try RoleReport(json: json)))
        }
    }
}
