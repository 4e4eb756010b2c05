/// Where clients keep their files on a machine.
package struct ClientPlaces: Sendable {
    private let home: String
    private let environment: [String: String]
    private let isMac: Bool
    private let folder: String?

    /// Takes what places depend on.
    ///
    /// - Parameters:
    ///   - home: The user's home, absolute.
    ///   - environment: Variables by which clients let their files lie elsewhere.
    ///   - isMac: Whether applications keep their files as on macOS.
    ///   - folder: The project whose own files count as well; nil for none.
    package init(home: String, environment: [String: String] = [:], isMac: Bool = false, folder: String? = nil) {
        self.home = home
        self.environment = environment
        self.isMac = isMac
        self.folder = folder
    }

    /// Every file in which servers of a client may stand, the user's before the project's.
    package func files(of client: ClientKind) -> [ClientFile] {
        let project = folder.map { $0 + "/" }
        switch client {
        case .claudeDesktop:
            return [ClientFile(client, support + "/Claude/claude_desktop_config.json")]
        case .claudeCode:
            let own = (environment["CLAUDE_CONFIG_DIR"] ?? home) + "/.claude.json"
            return [own, project.map { $0 + ".mcp.json" }].compactMap(\.self).map { ClientFile(client, $0) }
        case .cursor:
            return [home + "/.cursor/mcp.json", project.map { $0 + ".cursor/mcp.json" }].compactMap(\.self)
                .map { ClientFile(client, $0) }
        case .vscode:
            let editors = ["Code", "Code - Insiders", "VSCodium"].map { "\(support)/\($0)/User" }
            return editors.map { ClientFile(client, $0 + "/mcp.json") }
                // Up to version 1.101 they stood in the settings.
                + editors.map { ClientFile(client, $0 + "/settings.json", section: ["mcp", "servers"]) }
                + (project.map { [ClientFile(client, $0 + ".vscode/mcp.json")] } ?? [])
        case .codex:
            let own = (environment["CODEX_HOME"] ?? home + "/.codex") + "/config.toml"
            return [own, project.map { $0 + ".codex/config.toml" }].compactMap(\.self).map { ClientFile(client, $0) }
        case .openclaw:
            let state = environment["OPENCLAW_STATE_DIR"] ?? home + "/.openclaw"
            return [ClientFile(client, environment["OPENCLAW_CONFIG_PATH"] ?? state + "/openclaw.json")]
        }
    }

    /// The file that holds what the user has everywhere.
    package func ownFile(of client: ClientKind) -> ClientFile {
        files(of: client).first ?? ClientFile(client, home)
    }

    /// Where applications keep their settings.
    private var support: String {
        isMac ? home + "/Library/Application Support" : environment["XDG_CONFIG_HOME"] ?? home + "/.config"
    }
}
