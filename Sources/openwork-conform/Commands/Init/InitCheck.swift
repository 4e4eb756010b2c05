import ArgumentParser
import Conformance
import Fixtures
import JSON
import MCP
import MCPConnection
import Registry
import RegistryLint
import Scaffolding

/// Checks what `init` wrote: the entry by itself, its mock, and the server as it runs.
struct InitCheck {
    let result: InitResult
    let server: FixtureServerOptions

    /// - Throws: the exit code of the first check that fails, after all have run.
    func run() async throws {
        var worst: ExitCode?
        for words in commands {
            writeAll("\n$ openwork-conform \(words.shown.map(Self.quoted).joined(separator: " "))\n", to: 1)
            do {
                var command = try OpenworkConform.parseAsRoot(words.real)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch let code as ExitCode {
                if code != .success { worst = worst ?? code }
            }
        }
        writeAll("\n", to: 1)
        guard let worst else { return }
        result.sayWhatIsLeft()
        throw worst
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=@%+,".contains($0) }
        return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
    }

    private var commands: [(shown: [String], real: [String])] {
        let file = result.places.entry
        let lint = ["lint", "--overlay", file]
        let offline = ["run", result.draft.id, "--overlay", file]
        var options: [String] = []
        if let probe = result.draft.probe {
            options += ["--call", probe.tool, "--arguments", JSONValue.object(probe.arguments).text(), "--read-only"]
        }
        let variables = server.variables.flatMap { ["--env", $0] } + (server.envFile.map { ["--env-file", $0] } ?? [])
        let names = server.variables.flatMap { ["--env", String($0.prefix { $0 != "=" })] }
        let headers = server.headers.flatMap { ["--header", $0] }
        let way = server.url.map { ["--url", $0] } ?? ["--server", "--"] + server.command
        let live = (["run"] + options + names + way, ["run"] + options + variables + headers + way)
        return [(lint, lint), (offline, offline), live]
    }
}
