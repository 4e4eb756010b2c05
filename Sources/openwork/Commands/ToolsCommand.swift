import ArgumentParser

/// `tools`: what integrations offer, and what agents may have of it.
struct ToolsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools",
        abstract: "List the tools of an integration, and look at those that agents do not get yet.",
        discussion: """
              openwork tools github
              openwork tools review
              openwork tools approve github create_issue
            """,
        subcommands: [ToolsListCommand.self, ToolsReviewCommand.self, ToolsApproveCommand.self],
        defaultSubcommand: ToolsListCommand.self
    )
}
