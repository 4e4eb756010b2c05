import ArgumentParser

/// `restart`: answers with what became of it.
struct RestartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "End the process of an integration's server, and start another."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.act(id, "restart")
    }
}
