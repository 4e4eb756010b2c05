import ArgumentParser

/// `fixtures`: what is done with the fixtures of the registry as a whole.
struct FixturesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fixtures",
        abstract: "Write and list the fixtures of the registry's servers.",
        subcommands: [FixturesDocumentCommand.self, FixturesListCommand.self]
    )
}
