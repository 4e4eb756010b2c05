import ArgumentParser
import DaemonAPI
import Glibc
import HTTPTypes
import JSON
import Registry

/// `add`: an entry of one's own.
struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an integration of your own from a file with its entry.",
        discussion: """
              openwork add my-tool.json
              openwork add - < my-tool.json

            The short form is enough:
              { "id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server" }

            An entry that starts a command of this machine never goes over HTTP: it is written to the registry file in the
            daemon's home, which has to be on this machine, and the daemon reads it at once.
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The file; - for standard input.") var file: String

    func run() async throws {
        try await client.with { daemon in
            let entry = try Self.read(file)
            do {
                let answer = try await daemon.send(.post, "/api/integrations", entry)
                let report = try IntegrationReport(json: answer)
                Terminal.print(
                    client.json
                        ? answer.text(.pretty) : "added \(report.status.id): openwork configure \(report.status.id)"
                )
            } catch ClientFault.problem(let problem) where problem.code == "command_over_http" {
                let path = try RegistryFile.home().add(entry)
                let words = "written to \(path); the daemon reads it within a second: openwork status"
                Terminal.print(client.json ? JSONValue.object(["file": .string(path)]).text(.pretty) : words)
            }
        }
    }

    private static func read(_ path: String) throws -> JSONValue {
        guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re") else {
            throw ClientFault.usage("\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw ClientFault.usage("\(path) is no JSON: \(error)")
        }
    }
}
