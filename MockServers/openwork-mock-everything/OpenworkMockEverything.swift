import ArgumentParser

/// The command: what of the mocks needs HTTP, apart from the slim stdio mock.
@main
struct OpenworkMockEverything: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openwork-mock-everything",
        abstract: "A pretended MCP server with every feature, a client that plays scenarios, and an OAuth server.",
        version: "openwork-mock-everything 0.1.0",
        subcommands: [
            EverythingCommand.self, ClientCommand.self, OAuthCommand.self, VendorCommand.self, PackagesCommand.self,
            EntryCommand.self,
        ],
        defaultSubcommand: EverythingCommand.self
    )
}
