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
    let options: InitOptions
    /// Where the package was installed; nil where a command or an address was given.
    let prefix: String?

    /// - Throws: the exit code of the first check that fails, after all have run.
    func run() async throws {
        var worst: ExitCode?
        for words in commands {
            writeAll("\n$ openwork-conform \(words.shown.joined(separator: " "))\n", to: 1)
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
        return [lint, offline].map { ($0.map(Self.quoted), $0) } + [live(file)]
    }

    /// The server itself: as the entry installs it, or as it was given.
    private func live(_ file: String) -> (shown: [String], real: [String]) {
        // What was exported under the name of a credential reached the server before, and does so again.
        let environment = inheritedEnvironment()
        let exported = server.url == nil ? result.draft.credentials.filter { environment[$0] != nil } : []
        let named = server.variables.map { String($0.prefix { $0 != "=" }) }
        let variables =
            (server.variables + exported.filter { !named.contains($0) }).flatMap { ["--env", $0] }
            + (server.envFile.map { ["--env-file", $0] } ?? [])
        let names = variables.map { $0.hasPrefix("--") ? $0 : String($0.prefix { $0 != "=" }) }.map(Self.quoted)
        if let prefix {
            var words = ["run", "\(result.draft.id)/\(result.draft.server.id)", "--mode", "live", "--overlay", file]
            // A wrong credential reaches the vendor: nobody asked for that.
            if !result.draft.credentials.isEmpty, !options.tryWrong {
                for group in ["REG-*", "INIT-*", "WIRE-*", "TOOLS-*", "CALL-*", "SEC-*", "STOP-*"] {
                    words += ["--check", group]
                }
            }
            let kept = options.prefix.map { ["--prefix", Self.quoted($0)] } ?? []
            return (words.map(Self.quoted) + names + kept, words + variables + ["--prefix", prefix])
        }
        var words = ["run"]
        if let probe = result.draft.probe {
            words += ["--call", probe.tool, "--arguments", JSONValue.object(probe.arguments).text(), "--read-only"]
        }
        let way = server.url.map { ["--url", $0] } ?? ["--server", "--"] + server.command
        let headers = server.headers.flatMap { ["--header", $0] }
        let fields = result.draft.server.headers.sorted { $0.key < $1.key }.flatMap { name, value in
            ["--header", "\"\(name): \(value.replacing("${", with: "$").replacing("}", with: ""))\""]
        }
        return (words.map(Self.quoted) + names + fields + way.map(Self.quoted), words + variables + headers + way)
    }
}
