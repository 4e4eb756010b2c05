import ArgumentParser
import HTTPTypes
import JSON

/// `remove`: nothing is left of it.
struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Stop an integration and forget its settings and secrets; an entry of your own goes as well."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.with { daemon in
            _ = try await daemon.send(.delete, try Path.integration(id))
            let words = "removed \(id): its process is stopped, its secrets are gone"
            Terminal.print(client.json ? JSONValue.object(["removed": .string(id)]).text(.pretty) : words)
        }
    }
}
