import ClientFiles
import JSON
import Testing

@Suite("A client's file in relaxed JSON")
struct JSONEditTests {
    private static let value: JSONValue = ["url": "http://localhost:18800/mcp/support"]

    private static func set(_ text: String, _ path: [String] = ["mcpServers", "new"]) throws -> String {
        String(decoding: try JSONEdit(Array(text.utf8)).setting(path, to: value), as: UTF8.self)
    }

    /// Before, and after the member was set.
    private static let files: [(String, String)] = [
        (
            "",
            "{\n  \"mcpServers\": {\n    \"new\": {\n      \"url\": \"http://localhost:18800/mcp/support\"\n    }\n  }\n}\n"
        ),
        (
            "{}",
            "{\n  \"mcpServers\": {\n    \"new\": {\n      \"url\": \"http://localhost:18800/mcp/support\"\n    }\n  }\n}"
        ),
        (#"{"a": 1}"#, #"{"a": 1, "mcpServers": {"new":{"url":"http://localhost:18800/mcp/support"}}}"#),
        (
            "{\n\t\"mcpServers\": {\n\t\t\"old\": 1 // kept\n\t}, // end\n}\n",
            "{\n\t\"mcpServers\": {\n\t\t\"old\": 1, // kept\n\t\t\"new\": {\n\t\t\t\"url\": \"http://localhost:18800/mcp/support\"\n\t\t}\n\t}, // end\n}\n"
        ),
        (
            "{\n    /* mine */\n    \"x\": [1,\n 2],\n    'mcpServers': {\n        old: {a: 'b'},\n    },\n}",
            "{\n    /* mine */\n    \"x\": [1,\n 2],\n    'mcpServers': {\n        old: {a: 'b'},\n        \"new\": {\n            \"url\": \"http://localhost:18800/mcp/support\"\n        },\n    },\n}"
        ),
        (
            "{\r\n  \"a\": 1\r\n}\r\n",
            "{\r\n  \"a\": 1,\r\n  \"mcpServers\": {\r\n    \"new\": {\r\n      \"url\": \"http://localhost:18800/mcp/support\"\r\n    }\r\n  }\r\n}\r\n"
        ),
        (
            "{\n  \"mcpServers\": {}\n}",
            "{\n  \"mcpServers\": {\n    \"new\": {\n      \"url\": \"http://localhost:18800/mcp/support\"\n    }\n  }\n}"
        ),
    ]

    @Test("keeps every byte beside a member that is added", arguments: files)
    func adds(_ before: String, _ after: String) throws {
        #expect(try Self.set(before) == after)
    }

    @Test(
        "is what it was once the member is taken out again",
        arguments: files.dropFirst(3).prefix(2) + files.suffix(1)
    )
    func removes(_ before: String, _ after: String) throws {
        let removed = try JSONEdit(Array(after.utf8)).removing(["mcpServers", "new"])
        #expect(String(decoding: removed, as: UTF8.self) == before)
    }

    @Test("changes the value of a member in its place, and keeps the order")
    func replaces() throws {
        let before = "{\n  \"mcpServers\": {\n    \"new\": {\"old\": true}, // first\n    \"z\": 1\n  }\n}"
        let after = try Self.set(before)
        #expect(after.contains("\"url\""))
        #expect(after.hasSuffix("}, // first\n    \"z\": 1\n  }\n}"))
        #expect(!after.contains("old"))
    }

    @Test("loses the first, the middle or the last member and nothing else", arguments: ["a", "b", "c"])
    func removesAnywhere(_ key: String) throws {
        let text = "{\n  // about a\n  \"a\": 1,\n  \"b\": {\"x\": [1, 2]},\n  // about c\n  \"c\": 3\n}\n"
        let after = try RelaxedJSON(try JSONEdit(Array(text.utf8)).removing([key])).value
        var expected = try RelaxedJSON(Array(text.utf8)).value.objectValue ?? [:]
        expected[key] = nil
        #expect(after == .object(expected))
    }

    @Test(
        "is left alone where it is none, and the fault names the line",
        arguments: [
            ("{\n\"a\": 1,\n\"b\n", "has a text without its end (line 3)"),
            ("{\n/* x", "has a comment without its end (line 2)"),
            ("[1]", "holds no object"), ("{\"mcpServers\": 3}", "has something else than an object under mcpServers"),
        ]
    )
    func faults(_ text: String, _ words: String) {
        let fault = #expect(throws: ClientFileFault.self) { try Self.set(text) }
        #expect(fault?.description == words)
    }

    @Test("has members found whatever dress they wear")
    func relaxed() throws {
        let text = "// settings\n{ bare: 'it\\'s \"fine\"', \"list\": [1, 2,], /* x */ \"n\": -1.5e3, 't': true, }"
        #expect(
            try RelaxedJSON(Array(text.utf8)).value
                == ["bare": "it's \"fine\"", "list": [1, 2], "n": -1500, "t": true]
        )
    }
}
