import JSON
import MCPConnection
import Testing

@Suite("The short form of an entry, in a file of the user's")
struct ShortEntryTests {
    /// As the guide prints it.
    private static let entry = """
        { "id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server",
          "configSchema": { "MY_API_KEY": { "type": "string", "required": true, "description": "API key for My Tool" } },
          "tools": ["my_tool_action_1", "my_tool_action_2"] }
        """

    @Test("is checked by its id", .timeLimit(.minutes(1)), arguments: ["--registry", "--overlay"])
    func checked(option: String) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("integrations.json", Self.entry)
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "my-tool", option, file, "--format", "json"],
            in: folder
        )
        #expect(run.code == 0, "\(run.errors)")
        let verdicts = try run.verdicts()
        #expect(verdicts["REG-SOUND"] == "passed")
        #expect(verdicts["TOOLS-ENTRY-NAMES"] == "passed")
        #expect(verdicts["SEC-ENVIRONMENT"] == "passed")
        let rows = try run.json["results"]?.arrayValue ?? []
        #expect(rows.allSatisfy { $0["repeat"]?.stringValue?.contains("\(option) \(file)") ?? false })
    }

    @Test("is played by its id", .timeLimit(.minutes(1)))
    func played() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("integrations.json", Self.entry)
        let server = try MockProcess.server(["my-tool", "--registry", file])
        let run = try await withServerProcess(server, bounds: TeardownBounds(), clock: ContinuousClock()) { process in
            let mock = MockProcess(process: process)
            let list: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": ["_meta": Self.meta]]
            try await process.channel.send(list.utf8())
            return try await mock.answer()
        }
        let tools = try run.value?["result"]?["tools"]?.arrayValue ?? []
        #expect(tools.compactMap { $0["name"]?.stringValue } == ["my_tool_action_1", "my_tool_action_2"])
    }

    private static let meta: JSONValue = [
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": [:],
        "io.modelcontextprotocol/clientInfo": ["name": "test", "version": "1"],
    ]

    @Test("is reported with line and fix when it is wrong", .timeLimit(.minutes(1)))
    func wrong() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "integrations.json",
            Self.entry.replacing("\"required\": true", with: "\"require\": 1")
        )
        let run = try await ToolRun.of("openwork-conform", ["run", "my-tool", "--registry", file], in: folder)
        #expect(run.code != 0)
        #expect((run.output + run.errors).contains("my-tool"))
    }

    @Test("stands in one file, not in two", .timeLimit(.minutes(1)))
    func twice() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("integrations.json", Self.entry)
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "my-tool", "--registry", file, "--overlay", file],
            in: folder
        )
        #expect(run.code == 64)
        #expect(run.errors.contains("put them into one"))
    }
}
