import JSON
import Scaffolding
import Testing

@Suite("Which tool is the best probe")
struct ProbeCandidateTests {
    private static func tool(_ name: String, _ required: JSONObject = [:], hints: JSONValue? = nil) -> JSONValue {
        var tool: JSONObject = ["name": .string(name)]
        let names = required.map { JSONValue.string($0.key) }
        tool["inputSchema"] = ["type": "object", "properties": .object(required), "required": .array(names)]
        tool["annotations"] = hints
        return .object(tool)
    }

    @Test("whoever asks about themselves comes before lists, and lists before what needs a value")
    func order() {
        let ranked = ProbeCandidate.ranked([
            Self.tool("create_issue", ["title": ["type": "string"]]),
            Self.tool("get_issue", ["id": ["type": "string"]]),
            Self.tool("list_issues"), Self.tool("whoami"), Self.tool("frobnicate"),
        ])
        #expect(ranked.map(\.tool) == ["whoami", "list_issues", "frobnicate", "get_issue", "create_issue"])
        #expect(ranked.map(\.looksHarmless) == [true, true, false, true, false])
        #expect(ranked[3].missing == ["id"])
    }

    @Test(
        "the server's own word counts more than a name",
        arguments: [
            ("get_token", ["readOnlyHint": false], false, false), ("run_report", ["readOnlyHint": true], true, true),
            ("list_all", ["destructiveHint": true], false, false), ("getThing", [:], false, true),
            ("setThing", [:], false, false),
        ] as [(String, JSONValue, Bool, Bool)]
    )
    func hints(_ name: String, _ hints: JSONValue, _ isReadOnly: Bool, _ looksHarmless: Bool) throws {
        let candidate = try #require(ProbeCandidate.ranked([Self.tool(name, hints: hints)]).first)
        #expect(candidate.isReadOnly == isReadOnly)
        #expect(candidate.looksHarmless == looksHarmless)
    }

    @Test(
        "arguments are made of what the schema offers, and nothing is invented",
        arguments: [
            (["type": "string", "enum": ["a", "b"]], "a"), (["type": "string", "default": "x"], "x"),
            (["const": 3], 3), (["type": "integer", "minimum": 5], 5), (["type": "boolean"], false),
            (["type": "string", "examples": ["e"]], "e"), (["anyOf": [["type": "null"], ["type": "integer"]]], 1),
            (["type": "string"], nil),
        ] as [(JSONValue, JSONValue?)]
    )
    func arguments(_ schema: JSONValue, _ value: JSONValue?) throws {
        let candidate = try #require(ProbeCandidate.ranked([Self.tool("get", ["x": schema])]).first)
        #expect(candidate.arguments["x"] == value)
        #expect(candidate.missing == (value == nil ? ["x"] : []))
    }

    @Test("a limit is set to the least, although nobody asks for it")
    func limits() throws {
        let tool: JSONValue = [
            "name": "list",
            "inputSchema": ["type": "object", "properties": ["limit": ["type": "integer", "default": 50]]],
        ]
        #expect(try #require(ProbeCandidate.ranked([tool]).first).arguments == ["limit": 1])
    }
}
