import ArgumentParser
import DaemonAPI

/// `install`: the server of an integration, or another version of it, or the one before.
struct InstallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install the server of an integration, another version of it, or go back to the one before.",
        discussion: """
              openwork install github
              openwork install github --version 2.1.0
              openwork install github --rollback
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    @Option(help: ArgumentHelp("Another of the entry's servers.", valueName: "id"))
    var server: String?

    @Option(help: ArgumentHelp("Another version than the entry pins.", valueName: "version"))
    var version: String?

    @Flag(help: "Go back to the version before.")
    var rollback = false

    func validate() throws {
        guard !rollback || (server == nil && version == nil) else {
            throw ValidationError("--rollback takes neither --server nor --version")
        }
    }

    func run() async throws {
        guard !rollback else { return try await client.act(id, "rollback") }
        let options = InstallOptions(server: server, version: version)
        try await client.act(id, version == nil ? "install" : "upgrade", options.json)
    }
}
