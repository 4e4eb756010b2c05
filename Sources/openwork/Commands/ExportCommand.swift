import ArgumentParser
import ClientFiles
import DaemonAPI
import JSON
import Wording

/// `export`: what a client has to be told to find the tools of a role.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Tell a client where the tools of a role are: print what its file needs, or write it there.",
        discussion: """
              openwork export --client claude-code --role engineering
              openwork export --client claude-desktop --role support --write
              openwork export --client cursor --role support --write --file .cursor/mcp.json

            Clients: claude-desktop, claude-code, cursor, vscode, codex, openclaw. Those that take addresses get
            http://localhost:18800/mcp/ROLE, Claude Desktop gets the program openwork mcp --role ROLE; with
            --transport stdio the others get the program too.

            --write changes one entry, openwork-ROLE, and leaves every other byte of the file alone, comments included.
            What was there before is kept beside the file, with the ending .openwork-backup. And back again:
              openwork export --client claude-desktop --role support --undo
            """
    )

    enum Transport: String, ExpressibleByArgument, CaseIterable {
        case http, stdio
    }

    @OptionGroup var client: ClientOptions

    @Option(name: .customLong("client"), help: ArgumentHelp("Which client.", valueName: "client"))
    var kind: ClientKind

    @Option(help: ArgumentHelp("The role whose tools it gets.", valueName: "role")) var role: String

    @Option(help: ArgumentHelp("http or stdio; otherwise the best that the client knows.", valueName: "name"))
    var transport: Transport?

    @Flag(help: "Write it into the client's file.") var write = false

    @Flag(help: "Take it out of the client's file again.") var undo = false

    @Option(help: ArgumentHelp("Another file of the client than the user's own.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("The program for stdio, where it is not this one.", valueName: "path"))
    var program: String?

    func validate() throws {
        guard !(write && undo) else { throw ValidationError("give --write or --undo, not both") }
        guard file == nil || write || undo else { throw ValidationError("--file goes with --write or --undo") }
        guard transport != .http || kind.takesAddresses else {
            throw ValidationError("\(kind.name) takes no addresses from its file: leave out --transport http")
        }
    }

    func run() async throws {
        try await client.with { daemon in
            _ = try Path.role(role)
            if !undo { try await checkRole(daemon) }
            let snippet = RoleSnippet(url: client.url)
                .snippet(kind, role: role, isBridged: transport == .stdio, program: program)
            guard write || undo else {
                return Terminal.print(client.json ? Self.json(snippet, nil, false) : snippet.text)
            }
            let place = try file.map { ClientFile(kind, $0) } ?? UserMachine.here().places.ownFile(of: kind)
            let target = ExportFile(file: place)
            let isChanged = try undo ? target.undo(snippet) : target.write(snippet)
            if client.json { return Terminal.print(Self.json(snippet, place.path, isChanged)) }
            Terminal.print(words(snippet, target, isChanged))
        }
    }

    /// A client may be told before the daemon runs.
    private func checkRole(_ daemon: DaemonClient) async throws {
        do {
            let roles = try await Roles.all(daemon).map(\.id)
            guard !roles.contains(role) else { return }
            let hint =
                NearestName.of(role, among: roles).map { ", did you mean \($0)?" }
                ?? ": \(roles.joined(separator: ", "))"
            throw ClientFault.local("there is no role \(role)\(hint)")
        } catch ClientFault.unreachable {
            Terminal.complain("the daemon does not answer, so nobody knows whether there is a role \(role)")
        }
    }

    private func words(_ snippet: ClientSnippet, _ target: ExportFile, _ isChanged: Bool) -> String {
        let path = target.file.path
        guard isChanged else {
            return undo ? "\(snippet.name) is not in \(path)" : "\(snippet.name) is in \(path) already, and the same"
        }
        if undo { return "\(snippet.name) is out of \(path) again; \(kind.renewal)" }
        return """
            \(snippet.name) is in \(path); \(kind.renewal)
            And back again: openwork export --client \(kind.rawValue) --role \(role) --undo\(file.map { " --file \($0)" } ?? "")
            """
    }

    private static func json(_ snippet: ClientSnippet, _ path: String?, _ isChanged: Bool) -> String {
        let json: JSONValue = [
            "client": .string(snippet.client.rawValue), "name": .string(snippet.name),
            "keys": .array(snippet.path.map { .string($0) }), "value": snippet.value, "text": .string(snippet.text),
            "file": path.map { .string($0) } ?? .null, "changed": .bool(isChanged),
        ]
        return json.text(.pretty)
    }
}
