import ArgumentParser

/// `disable`: answers with what became of it.
struct DisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Stop an integration, and watch it no more; its settings stay."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.act(id, "disable")
    }
}
