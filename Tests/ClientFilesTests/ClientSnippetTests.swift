import ClientFiles
import JSON
import Testing

@Suite("What a client is told")
struct ClientSnippetTests {
    private static let address = ClientSnippet.Way.address("http://localhost:18800/mcp/support")
    private static let program = ClientSnippet.Way.program(
        "/usr/bin/openwork",
        ["mcp", "--role", "support"],
        environment: ["OPENWORK_URL": "http://127.0.0.1:1"]
    )

    @Test(
        "is what its file wants",
        arguments: [
            (
                ClientKind.claudeCode, address,
                #"{"mcpServers":{"openwork-support":{"type":"http","url":"http://localhost:18800/mcp/support"}}}"#
            ),
            (
                .vscode, address,
                #"{"servers":{"openwork-support":{"type":"http","url":"http://localhost:18800/mcp/support"}}}"#
            ),
            (.cursor, address, #"{"mcpServers":{"openwork-support":{"url":"http://localhost:18800/mcp/support"}}}"#),
            (
                .openclaw, address,
                #"{"mcp":{"servers":{"openwork-support":{"url":"http://localhost:18800/mcp/support","transport":"streamable-http"}}}}"#
            ),
            (
                .claudeDesktop, program,
                #"{"mcpServers":{"openwork-support":{"command":"/usr/bin/openwork","args":["mcp","--role","support"],"env":{"OPENWORK_URL":"http://127.0.0.1:1"}}}}"#
            ),
        ]
    )
    func json(_ client: ClientKind, _ way: ClientSnippet.Way, _ text: String) throws {
        #expect(try JSONValue(parsing: ClientSnippet(client, role: "support", way).text).text() == text)
    }

    @Test("carries a token where one is wanted", arguments: ClientKind.allCases)
    func token(client: ClientKind) {
        let open = ClientSnippet.best(client, role: "support", base: "https://work.example", program: "openwork")
        #expect(!open.text.contains("Bearer") && !open.text.contains("TOKEN"))
        let wanted = ClientSnippet.best(
            client,
            role: "support",
            base: "https://work.example",
            program: "openwork",
            token: "TOKEN"
        )
        #expect(wanted.text.contains(client == .codex || client == .claudeDesktop ? "OPENWORK_TOKEN" : "Bearer TOKEN"))
        #expect((wanted.command != nil) == (client == .claudeCode))
        #expect(wanted.command?.contains(#"--header "Authorization: Bearer TOKEN""#) ?? true)
    }

    @Test("is a table for Codex")
    func toml() {
        #expect(
            ClientSnippet(.codex, role: "support", Self.program).text == """
                [mcp_servers.openwork-support]
                command = "/usr/bin/openwork"
                args = ["mcp", "--role", "support"]
                env = { OPENWORK_URL = "http://127.0.0.1:1" }
                """
        )
    }

    @Test("is found again by the one who reads the client's file", arguments: ClientKind.allCases, [address, program])
    func readBack(_ client: ClientKind, _ way: ClientSnippet.Way) throws {
        let snippet = ClientSnippet(client, role: "support", way)
        let bytes = try snippet.added(to: [])
        let found = ClientReader().read(bytes, of: ClientFile(client, "/f"))
        #expect(found.servers.map(\.name) == ["openwork-support"])
        let again = ClientReader().read(try snippet.removed(from: bytes), of: ClientFile(client, "/f"))
        #expect(again.servers.isEmpty && again.faults.isEmpty)
    }
}
