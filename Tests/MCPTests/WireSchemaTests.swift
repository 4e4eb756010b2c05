import JSON
import MCP
import Testing

@Suite("The wire schema of a revision")
struct WireSchemaTests {
    @Test("is a draft 2020-12 document of messages", arguments: ProtocolRevision.allCases)
    func documentHead(revision: ProtocolRevision) {
        let document = WireSchema.document(for: revision)
        #expect(document["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(document["$ref"] == "#/$defs/JSONRPCMessage")
    }

    @Test("holds everything that it refers to", arguments: ProtocolRevision.allCases)
    func selfContained(revision: ProtocolRevision) throws {
        let document = WireSchema.document(for: revision)
        let names = try #require(document["$defs"]?.objectValue).keys
        let targets = Self.references(in: document).map { $0.replacing("#/$defs/", with: "", maxReplacements: 1) }
        #expect(Set(targets).subtracting(names) == [])
        #expect(!targets.isEmpty)
    }

    @Test(
        "has a member from the revision that brought it",
        arguments: [
            ("CallToolResult", "structuredContent", [.june2025, .november2025, .july2026]),
            ("CallToolResult", "resultType", [.july2026]),
            ("Tool", "annotations", [.march2025, .june2025, .november2025, .july2026]),
            ("Tool", "outputSchema", [.june2025, .november2025, .july2026]),
            ("Tool", "execution", [.november2025]),
            ("Implementation", "websiteUrl", [.november2025, .july2026]),
            ("ServerCapabilities", "completions", [.march2025, .june2025, .november2025, .july2026]),
            ("ServerCapabilities", "extensions", [.july2026]),
            ("ClientCapabilities", "elicitation", [.june2025, .november2025, .july2026]),
            ("ListToolsResult", "ttlMs", [.july2026]),
        ] as [(String, String, [ProtocolRevision])]
    )
    func memberHistory(definition: String, member: String, revisions: [ProtocolRevision]) {
        let having = ProtocolRevision.allCases.filter { revision in
            WireSchema.document(for: revision)["$defs"]?[definition]?["properties"]?[member] != nil
        }
        #expect(having == revisions)
    }

    @Test(
        "names a definition in the revisions that have it",
        arguments: [
            ("JSONRPCBatchRequest", [.march2025]),
            ("JSONRPCError", [.november2024, .march2025, .june2025]),
            ("JSONRPCErrorResponse", [.november2025, .july2026]),
            ("InitializeRequest", [.november2024, .march2025, .june2025, .november2025]),
            ("DiscoverRequest", [.july2026]),
            ("AudioContent", [.march2025, .june2025, .november2025, .july2026]),
            ("Annotations", [.march2025, .june2025, .november2025, .july2026]),
            ("CallToolRequestParams", [.november2025, .july2026]),
            ("Task", [.november2025]),
            ("ServerRequest", [.november2024, .march2025, .june2025, .november2025]),
            ("CallToolResultResponse", [.july2026]),
        ] as [(String, [ProtocolRevision])]
    )
    func definitionHistory(name: String, revisions: [ProtocolRevision]) {
        let having = ProtocolRevision.allCases.filter { WireSchema.document(for: $0)["$defs"]?[name] != nil }
        #expect(having == revisions)
    }

    @Test("writes out in place what has no name yet")
    func inlined() {
        let params = WireSchema.document(for: .november2024)["$defs"]?["CallToolRequest"]?["properties"]?["params"]
        let expected: JSONValue = [
            "type": "object",
            "properties": ["name": ["type": "string"], "arguments": ["type": "object"]],
            "required": ["name"],
        ]
        #expect(params == expected)
    }

    @Test("offers only alternatives that the revision has")
    func alternatives() {
        let choice = { WireSchema.document(for: $0)["$defs"]?["PromptMessage"]?["properties"]?["content"] }
        let early: JSONValue = [
            "anyOf": [
                ["$ref": "#/$defs/TextContent"], ["$ref": "#/$defs/ImageContent"], ["$ref": "#/$defs/EmbeddedResource"],
            ]
        ]
        #expect(choice(.november2024) == early)
        #expect(choice(.june2025) == ["$ref": "#/$defs/ContentBlock"])
    }

    @Test("lists in a union what a side may send")
    func unions() {
        let names = { (union: String, revision: ProtocolRevision) in
            Self.references(in: WireSchema.document(for: revision)["$defs"]?[union] ?? .null).sorted()
        }
        #expect(names("ClientNotification", .july2026) == ["#/$defs/CancelledNotification"])
        #expect(
            names("ServerRequest", .june2025) == [
                "#/$defs/CreateMessageRequest", "#/$defs/ElicitRequest", "#/$defs/ListRootsRequest",
                "#/$defs/PingRequest",
            ]
        )
    }

    private static func references(in schema: JSONValue) -> [String] {
        if let elements = schema.arrayValue { return elements.flatMap(references) }
        return (schema.objectValue ?? [:]).flatMap { member in
            member.key == "$ref" ? [member.value.stringValue ?? ""] : references(in: member.value)
        }
    }
}
