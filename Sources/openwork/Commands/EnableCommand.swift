import ArgumentParser

/// `enable`: answers with what became of it.
struct EnableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Run an integration, and watch it from now on."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.act(id, "enable")
    }
}
