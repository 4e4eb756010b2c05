import ArgumentParser

/// `test`: answers with what became of it.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Probe an integration now, and say what came of it."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.act(id, "test")
    }
}
