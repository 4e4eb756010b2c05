import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON
import MCPHTTP

/// `logs`: what a server wrote to standard error.
struct LogsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Read what the server of an integration wrote to standard error, without secrets."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    @Flag(name: .shortAndLong, help: "Go on with what follows, until Ctrl-C.")
    var follow = false

    @Option(name: [.customShort("n"), .long], help: ArgumentHelp("How many, the last.", valueName: "number"))
    var lines = 50

    func validate() throws {
        guard (1...10_000).contains(lines) else { throw ValidationError("--lines \(lines): give 1 to 10000") }
    }

    func run() async throws {
        try await client.with { daemon in
            if follow {
                return try await daemon.follow(try Path.integration(id, "logs/follow?lines=\(lines)")) { event in
                    guard let json = try? JSONValue(parsing: event.data) else { return }
                    show(try LogLine(json: json), json)
                }
            }
            let json = try await daemon.send(.get, try Path.integration(id, "logs?lines=\(lines)"))
            for line in json["lines"]?.arrayValue ?? [] { show(try LogLine(json: line), line) }
        }
    }

    private func show(_ line: LogLine, _ json: JSONValue) {
        Terminal.print(
            client.json ? json.text() : [line.at?.text, line.text].compactMap(\.self).joined(separator: "  ")
        )
    }
}
