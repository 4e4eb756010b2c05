/// An MCP client whose configuration is read and written here.
package enum ClientKind: String, Sendable, Hashable, CaseIterable {
    /// The desktop application of Anthropic; it starts servers and reaches none by address from its file.
    case claudeDesktop = "claude-desktop"
    /// The command line of Anthropic, whose file also holds what it remembers of each project.
    case claudeCode = "claude-code"
    /// The editor; its file is strict JSON.
    case cursor
    /// The editor; its file may hold comments and has its servers under a name of its own.
    case vscode
    /// The command line of OpenAI, with a file in TOML.
    case codex
    /// The agents of OpenClaw, with a file in JSON5.
    case openclaw

    /// What people call it.
    package var name: String {
        switch self {
        case .claudeDesktop: "Claude Desktop"
        case .claudeCode: "Claude Code"
        case .cursor: "Cursor"
        case .vscode: "VS Code"
        case .codex: "Codex"
        case .openclaw: "OpenClaw"
        }
    }

    /// Whether a server can be given to it by address; one that cannot gets a program to start.
    package var takesAddresses: Bool { self != .claudeDesktop }

    /// The keys that lead to the servers.
    package var section: [String] {
        switch self {
        case .claudeDesktop, .claudeCode, .cursor: ["mcpServers"]
        case .vscode: ["servers"]
        case .codex: ["mcp_servers"]
        case .openclaw: ["mcp", "servers"]
        }
    }

    /// Whether its file is TOML, and not a kind of JSON.
    package var isTOML: Bool { self == .codex }

    /// What makes it read its file again.
    package var renewal: String {
        switch self {
        case .claudeDesktop: "quit Claude Desktop wholly and start it again"
        case .claudeCode: "start a new session; /mcp shows the server"
        case .cursor: "switch the server on in Cursor's settings, under MCP"
        case .vscode: "start the server in VS Code: MCP: List Servers"
        case .codex: "start a new session; /mcp shows the server"
        case .openclaw: "run openclaw mcp reload, or start OpenClaw again"
        }
    }
}
