import ArgumentParser

/// The command: what of the mocks needs HTTP, apart from the slim stdio mock.
@main
struct OpenworkMockEverything: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openwork-mock-everything",
        abstract: "A pretended MCP server with every feature, and a client that plays conformance scenarios.",
        version: "openwork-mock-everything 0.1.0",
        subcommands: [EverythingCommand.self, ClientCommand.self, VendorCommand.self],
        defaultSubcommand: EverythingCommand.self
    )
}
