import ArgumentParser
import DaemonAPI

/// `upgrade`: another version, with a way back.
struct UpgradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Install another version of the server of an integration; when it does not start, the old one stays."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    @Option(help: ArgumentHelp("The version; otherwise the one that the entry pins.", valueName: "version"))
    var to: String?

    func run() async throws {
        try await client.act(id, "upgrade", InstallOptions(version: to).json)
    }
}
