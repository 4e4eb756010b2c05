import ArgumentParser
import DaemonAPI

/// `install`: the server of an integration.
struct InstallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install the server of an integration, unless it is there.",
        discussion: """
              openwork install github
              openwork install github --server npm

            Another version, and the one before: openwork upgrade --help, openwork rollback --help
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    @Option(help: ArgumentHelp("Another of the entry's servers.", valueName: "id"))
    var server: String?

    func run() async throws {
        try await client.act(id, "install", InstallOptions(server: server).json)
    }
}
