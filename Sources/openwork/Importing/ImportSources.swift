import ClientFiles
import Glibc

/// The files that an import reads.
struct ImportSources {
    let files: [FoundFile]

    /// The named file, or all that there are of the named clients, or of every client.
    init(_ machine: UserMachine, clients: [ClientKind], file: String?) throws {
        let reader = ClientReader(environment: machine.environment, home: machine.home)
        if let file {
            guard clients.count < 2 else {
                throw ClientFault.usage("a file is one client's: name it with one --from")
            }
            guard let client = clients.first ?? Self.client(ofFile: file, machine) else {
                throw ClientFault.usage("whose file is \(file)? Name the client: openwork import --from cursor \(file)")
            }
            guard let bytes = try WholeFile.bytes(of: file) else {
                throw ClientFault.usage("there is no file \(file)")
            }
            let isSettings = client == .vscode && file.hasSuffix("settings.json")
            let section = isSettings ? ["mcp", "servers"] : nil
            files = [reader.read(bytes, of: ClientFile(client, file, section: section))]
            return
        }
        let wanted = (clients.isEmpty ? ClientKind.allCases : clients).flatMap { machine.places.files(of: $0) }
        files = try wanted.compactMap { file in
            try WholeFile.bytes(of: file.path).map { reader.read($0, of: file) }
        }
    }

    /// By its place, or by its name.
    private static func client(ofFile path: String, _ machine: UserMachine) -> ClientKind? {
        let full = path.hasPrefix("/") ? path : "/" + path
        for client in ClientKind.allCases where machine.places.files(of: client).contains(where: { $0.path == full }) {
            return client
        }
        let endings: [(String, ClientKind)] = [
            ("/claude_desktop_config.json", .claudeDesktop), ("/.claude.json", .claudeCode),
            ("/.mcp.json", .claudeCode),
            ("/.cursor/mcp.json", .cursor), ("/.vscode/mcp.json", .vscode), ("/User/mcp.json", .vscode),
            ("/User/settings.json", .vscode), ("/config.toml", .codex), ("/openclaw.json", .openclaw),
        ]
        return endings.first { full.hasSuffix($0.0) }?.1
    }
}
