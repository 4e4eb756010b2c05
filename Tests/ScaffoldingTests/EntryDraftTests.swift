import Fixtures
import JSON
import Registry
import Scaffolding
import Testing

@Suite("An entry in the making")
struct EntryDraftTests {
    @Test(
        "an id is made of any name",
        arguments: [
            ("@acme/mcp-server-time", "time"), ("mcp-server-git", "git"), ("My Custom Tool", "my-custom-tool"),
            ("mcp-server", "mcp-server"), ("日本", "server"), ("Acme MCP", "acme"),
        ]
    )
    func identifiers(_ name: String, _ id: String) { #expect(EntryDraft.identifier(from: name) == id) }

    private static var draft: EntryDraft {
        let tool: JSONValue = [
            "name": "list_items", "annotations": ["readOnlyHint": true],
            "inputSchema": ["properties": ["limit": ["type": "integer"], "shop": [:]], "required": ["shop"]],
        ]
        let server = IntegrationServer(.pypi, package: "mcp-shop", version: "1.2.3")
        var draft = EntryDraft(id: "shop", name: "Shop", server: server, tools: [tool])
        draft.credentials = ["SHOP_KEY"]
        draft.settings = ["SHOP_URL"]
        draft.probe = Probe("list_items", arguments: ["shop": "a"], expect: [BodyTest(lacks: "rror")])
        draft.sources = ["a run of shop 1.2.3"]
        return draft
    }

    @Test("the entry reads back, and lint has nothing to say about its form")
    func entry() throws {
        let entry = Self.draft.entry
        #expect(try Integration(json: try JSONValue(parsing: entry.json.text())) == entry)
        #expect(entry.tools == [ToolFacts("list_items", required: ["shop"], optional: ["limit"], readOnly: true)])
        #expect(entry.configSchema.map(\.isSecret) == [true, false])
        #expect(entry.auth?.kind == .apiKey)
        #expect(entry.provenance?.confidence == .ran)
    }

    @Test("the page names what to configure, the tools and the probe")
    func page() {
        let text = EntryPage(Self.draft.entry).markdown
        for part in [
            "# Shop", "`SHOP_KEY` | yes | yes", "| `list_items` | `shop`, `limit`? | reads |", "mcp-shop` 1.2.3",
        ] {
            #expect(text.contains(part), "\(text)")
        }
    }

    @Test("what is left is told, until nothing is")
    func remainder() {
        var draft = Self.draft
        let tasks = Remainder.tasks(draft.entry, recorded: [.tools])
        #expect(tasks.count == 6, "\(tasks)")
        #expect(tasks[0].hasPrefix("description"))
        draft.summary = "Sells things."
        draft.credentials = []
        draft.settings = []
        var entry = draft.entry
        (entry.roles, entry.tier) = (["sales"], .p2)
        #expect(Remainder.tasks(entry, recorded: [.tools, .probeOK]) == [])
    }
}
