import ClientFiles
import Testing

@Suite("Servers in the files of clients")
struct ClientReaderTests {
    private static func read(_ client: ClientKind, _ text: String, section: [String]? = nil) -> FoundFile {
        ClientReader(environment: ["TOKEN": "t0k", "EMPTY": ""], home: "/home/u")
            .read(Array(text.utf8), of: ClientFile(client, "/file", section: section))
    }

    @Test("are programs with what follows them and their variables")
    func program() {
        let found = Self.read(
            .claudeDesktop,
            #"{"mcpServers": {"a": {"command": "npx", "args": ["-y", "p"], "env": {"A": "b", "N": 3, "T": true}}}}"#
        )
        let launch = FoundServer.Launch.program("npx", ["-y", "p"], environment: ["A": "b", "N": "3", "T": "true"])
        #expect(found.servers.map(\.launch) == [launch])
        #expect(found.faults.isEmpty)
    }

    @Test("are addresses with header fields, in VS Code among comments")
    func address() {
        let found = Self.read(
            .vscode,
            """
            { // mine
              "servers": { "a": { "type": "http", "url": "https://x/mcp", "headers": { "H": "${input:key}" }, }, },
            }
            """
        )
        #expect(found.servers.map(\.launch) == [.address("https://x/mcp", fields: ["H": "${input:key}"])])
        #expect(found.servers.map(\.unresolved) == [["${input:key}"]])
    }

    @Test("have their placeholders filled in from the environment")
    func placeholders() {
        let found = Self.read(
            .cursor,
            #"{"mcpServers": {"a": {"command": "${userHome}/x", "args": ["${env:TOKEN}", "${NONE:-d}", "${EMPTY}"]}}}"#
        )
        #expect(found.servers.map(\.launch) == [.program("/home/u/x", ["t0k", "d", "${EMPTY}"], environment: [:])])
        #expect(found.servers.map(\.unresolved) == [["${EMPTY}"]])
    }

    @Test("stand in Codex's tables, with variables and tokens by name")
    func codex() {
        let found = Self.read(
            .codex,
            """
            model = "m"
            [mcp_servers.a]
            command = "uvx"
            args = ["p"]
            env_vars = ["TOKEN"]
            [mcp_servers.b]
            url = "https://x/mcp"
            bearer_token_env_var = "TOKEN"
            enabled = false
            """
        )
        #expect(
            found.servers.map(\.launch) == [
                .program("uvx", ["p"], environment: ["TOKEN": "t0k"]),
                .address("https://x/mcp", fields: ["Authorization": "Bearer t0k"]),
            ]
        )
        #expect(found.servers.map(\.isOff) == [false, true])
    }

    @Test("of one project only are told apart in Claude Code's file")
    func projects() {
        let found = Self.read(
            .claudeCode,
            #"{"mcpServers": {"a": {"command": "x"}}, "projects": {"/p": {"mcpServers": {"b": {"command": "y"}}}}}"#
        )
        #expect(found.servers.map(\.name) == ["a", "b"])
        #expect(found.servers.map(\.project) == [nil, "/p"])
    }

    @Test("that cannot be read are named, and the others are found all the same")
    func faults() {
        let found = Self.read(.cursor, #"{"mcpServers": {"a": {"args": []}, "b": {"command": "x"}}}"#)
        #expect(found.servers.map(\.name) == ["b"])
        #expect(found.faults == ["a has neither a command nor an address"])
        #expect(Self.read(.cursor, "{").faults.count == 1)
        #expect(Self.read(.codex, "a = \n").faults == ["is no TOML (line 1)"])
        #expect(Self.read(.cursor, "{}").faults.isEmpty)
    }

    @Test("lie where each client has them, on Linux and on macOS")
    func places() {
        let linux = ClientPlaces(home: "/h", environment: ["CODEX_HOME": "/c"], folder: "/p")
        let mac = ClientPlaces(home: "/h", isMac: true)
        #expect(linux.ownFile(of: .claudeDesktop).path == "/h/.config/Claude/claude_desktop_config.json")
        #expect(
            mac.ownFile(of: .claudeDesktop).path
                == "/h/Library/Application Support/Claude/claude_desktop_config.json"
        )
        #expect(linux.files(of: .claudeCode).map(\.path) == ["/h/.claude.json", "/p/.mcp.json"])
        #expect(linux.files(of: .cursor).map(\.path) == ["/h/.cursor/mcp.json", "/p/.cursor/mcp.json"])
        #expect(linux.ownFile(of: .vscode).path == "/h/.config/Code/User/mcp.json")
        #expect(mac.ownFile(of: .vscode).path == "/h/Library/Application Support/Code/User/mcp.json")
        #expect(linux.ownFile(of: .codex).path == "/c/config.toml")
        #expect(mac.ownFile(of: .openclaw).path == "/h/.openclaw/openclaw.json")
    }
}
