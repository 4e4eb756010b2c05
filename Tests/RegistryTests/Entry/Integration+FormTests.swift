import JSON
import Registry
import Testing

@Suite struct IntegrationFormTests {
    @Test("reads every entry of the catalogue, and writes what reads back as the same", arguments: CatalogueFolder.ids)
    func roundTrip(id: String) throws {
        let entry = try CatalogueFolder.entry(id)
        #expect(entry.id == id)
        #expect(try Integration(json: entry.json) == entry)
    }

    @Test("reads the short form word for word")
    func shortForm() throws {
        let entry = try Integration(
            json: JSONValue(
                parsing: """
                    { "id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server",
                      "configSchema": { "MY_API_KEY": { "type": "string", "required": true, "description": "API key for My Tool" } },
                      "tools": ["my_tool_action_1", "my_tool_action_2"] }
                    """
            )
        )
        var expected = Integration(id: "my-tool", name: "My Custom Tool")
        expected.servers = [IntegrationServer(.npm, package: "my-mcp-server")]
        // Nothing is said of it, so that its name makes it a secret.
        var key = ConfigField("MY_API_KEY", required: true)
        key.summary = "API key for My Tool"
        expected.configSchema = [key]
        expected.tools = [ToolFacts("my_tool_action_1"), ToolFacts("my_tool_action_2")]
        #expect(entry == expected)
    }

    @Test(
        "takes the version out of a short package",
        arguments: [("tool@1.2.3", "tool"), ("@me/tool@1.2.3", "@me/tool")]
    )
    func shortVersion(written: String, package: String) throws {
        let entry = try Integration(json: ["id": "a", "name": "A", "npmPackage": .string(written)])
        #expect(entry.servers == [IntegrationServer(.npm, package: package, version: "1.2.3")])
    }

    @Test("tells everything that is wrong at once, each with its place and its fix")
    func allFaults() {
        let error = #expect(throws: EntryError.self) {
            try Integration(json: [
                "id": "Bad Name", "nmae": "x", "tier": "P7",
                "servers": [["kind": "pip"], ["kind": "npm", "tools": [["name": ""], 3]]],
                "configSchema": ["API KEY": ["type": "text"]],
            ])
        }
        let expected = [
            "nmae is not known: did you mean name?",
            "id is \"Bad Name\": write small letters, digits and single hyphens",
            "tier is \"P7\": write P0, or another one of P0, P1, P2",
            "configSchema.API KEY is no name: spell it as ^[A-Za-z_][A-Za-z0-9_]*$ demands",
            "configSchema.API KEY.type is \"text\": write one of string, integer, boolean, url, path, json",
            "servers[0].kind is \"pip\": write pypi, or another one of npm, pypi, oci, remote, command, skill",
            "servers[1].tools[0].name is \"\": write a text in quotes that is not empty",
            "servers[1].tools[1] is the number 3: write an object in braces",
            "name is missing: give what people call it",
        ]
        #expect(error?.description.split(separator: "\n").map(String.init) == expected)
    }
}
