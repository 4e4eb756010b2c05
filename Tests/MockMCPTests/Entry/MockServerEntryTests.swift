import JSON
import MockMCP
import Registry
import TestSupport
import Testing

@Suite("A mock of an entry")
struct MockServerEntryTests {
    /// One tool that proves, one that does not, one behind a generic tool, one that has to be switched on.
    static func entry(_ reactions: [ReactionCause: [Reaction]] = [:], stray: String? = nil) -> Integration {
        var server = IntegrationServer(.npm, package: "acme-mcp", version: "1.2.3")
        server.reactions = reactions
        server.strayOutput = stray
        var entry = Integration(id: "acme", name: "Acme", servers: [server])
        entry.configSchema = [ConfigField("ACME_KEY", required: true, secret: true)]
        var write = ToolFacts("add_thing", required: ["name"], optional: ["note"], readOnly: false)
        write.toolset = "write"
        var hidden = ToolFacts("deep_search", required: ["q"], readOnly: true)
        hidden.via = "exec"
        var set = Toolset("write", onByDefault: false)
        set.environment = ["ACME_WRITE": "1"]
        entry.toolsets = [set]
        entry.tools = [
            ToolFacts("get_me", required: [], optional: ["verbose"], readOnly: true), ToolFacts("list_things"), write,
            ToolFacts("exec", required: ["command"], optional: [], readOnly: false), hidden,
        ]
        entry.genericTools = [GenericTool("exec", call: ["command": "call ${tool} ${arguments}"])]
        entry.probe = Probe("get_me", expect: [BodyTest(JSONPointer(tokens: ["login"]), exists: true)])
        return entry
    }

    static func talk(
        _ entry: Integration = entry(),
        _ condition: MockCondition = .sound,
        environment: [String: String] = [:],
        excusing excuses: [WireExcuse] = []
    ) throws -> Talk {
        let server = try #require(entry.preferredServer)
        return Talk(
            MockServer(entry, server: server, condition: condition, environment: environment),
            excusing: excuses
        )
    }

    @Test("lists the tools with their arguments, those behind a generic tool and those switched off left out")
    func listing() throws {
        var talk = try Self.talk()
        talk.open()
        let tools = talk.ask("tools/list").message["result"]?["tools"]?.arrayValue ?? []
        #expect(tools.compactMap { $0["name"]?.stringValue } == ["get_me", "list_things", "exec"])
        let me = try #require(tools.first)
        #expect(me["annotations"]?["readOnlyHint"] == true)
        #expect(me["inputSchema"]?["properties"]?.objectValue?.keys.sorted() == ["verbose"])
        #expect(me["inputSchema"]?["additionalProperties"] == false)
        // Nothing is known of the arguments, so anything is taken.
        #expect(tools[1]["inputSchema"] == ["type": "object"])
        var switched = try Self.talk(environment: ["ACME_WRITE": "1"])
        switched.open()
        let more = switched.ask("tools/list").message["result"]?["tools"]?.arrayValue ?? []
        #expect(more.count == 4)
        #expect(more[2]["inputSchema"]?["required"] == ["name"])
    }

    @Test(
        "says the name of a tool in words where the entry has none",
        arguments: [
            ("get_me", "Get me"), ("listThings", "List things"), ("API-get.user", "API get user"), ("_x", " x"),
            ("getURL", "Get u r l"), ("über_all", "über all"), ("x", "X"),
        ]
    )
    func words(_ name: String, _ words: String) throws {
        var entry = Self.entry()
        entry.tools = [ToolFacts(name)]
        entry.genericTools = []
        entry.probe = nil
        var talk = try Self.talk(entry)
        talk.open()
        #expect(talk.ask("tools/list").message["result"]?["tools"]?[0]?["description"]?.stringValue == words)
    }

    @Test("answers the probe so that its questions are content, and refuses arguments that the tool does not have")
    func probing() throws {
        var talk = try Self.talk()
        talk.open()
        let answer = talk.ask("tools/call", ["name": "get_me", "arguments": [:]]).message["result"]
        #expect(answer?["structuredContent"]?["login"] == "sample")
        let wrong = talk.ask("tools/call", ["name": "get_me", "arguments": ["colour": 1]]).message["result"]
        #expect(wrong?["isError"] == true)
    }

    @Test("calls through a generic tool what no list shows")
    func generic() throws {
        var talk = try Self.talk()
        talk.open()
        let call = { (command: JSONValue) -> JSONObject in ["name": "exec", "arguments": ["command": command]] }
        let good = talk.ask("tools/call", call("call deep_search {\"q\":\"x\"}")).message["result"]
        #expect(good?["isError"] != true)
        #expect(good?["content"]?[0]?["text"]?.stringValue?.hasPrefix("deep_search") == true)
        #expect(talk.ask("tools/call", call("call nothing {}")).message["result"]?["isError"] == true)
    }

    @Test("ends at its start, with the words and the code of the real server")
    func exiting() throws {
        var reaction = Reaction(.start, .exit, text: "error: ACME_KEY is not set")
        reaction.exitCode = 2
        let talk = try Self.talk(Self.entry([.missing: [reaction]]), .troubled(.missing))
        #expect(
            talk.effects == [
                .write(Array("error: ACME_KEY is not set\n".utf8), to: .standardError), .exit(.code(2)),
            ]
        )
    }

    @Test("refuses a call in the shape of the real server, tool by tool", arguments: [true, false])
    func calling(isModern: Bool) throws {
        var special = Reaction(.call, .result, text: "[]")
        special.tools = ["list_things"]
        let reactions = [Reaction(.call, .isError, text: "Error calling tool '${tool}': 401"), special]
        var talk = try Self.talk(Self.entry([.invalid: reactions]), .troubled(.invalid))
        if !isModern { talk.open() }
        let ask = { (talk: inout Talk, tool: JSONValue) -> JSONValue? in
            let params: JSONObject = ["name": tool, "arguments": [:]]
            let reply = isModern ? talk.askModern("tools/call", params) : talk.ask("tools/call", params)
            return reply.message["result"]
        }
        let refused = ask(&talk, "get_me")
        #expect(refused?["isError"] == true)
        #expect(refused?["content"]?[0]?["text"] == "Error calling tool 'get_me': 401")
        let swallowed = ask(&talk, "list_things")
        #expect(swallowed?["isError"] == nil)
        #expect(swallowed?["content"]?[0]?["text"] == "[]")
    }

    @Test("still says that an unknown tool is unknown when its credential is wrong")
    func unknownTool() throws {
        let entry = Self.entry([.invalid: [Reaction(.call, .isError, text: "401")]])
        var talk = try Self.talk(entry, .troubled(.invalid))
        talk.open()
        #expect(talk.ask("tools/call", ["name": "nonsense"]).message["error"]?["code"] == -32602)
    }

    @Test("lists nothing where the real server lists nothing")
    func emptyList() throws {
        var reaction = Reaction(.call, .result, text: "{\"success\": false}")
        reaction.listing = .empty
        var talk = try Self.talk(Self.entry([.missing: [reaction]]), .troubled(.missing))
        talk.open()
        #expect(talk.ask("tools/list").message["result"]?["tools"] == [])
        let answer = talk.ask("tools/call", ["name": "get_me", "arguments": [:]]).message["result"]
        #expect(answer?["content"]?[0]?["text"] == "{\"success\": false}")
    }

    @Test("says over a pipe what it would refuse with over HTTP")
    func overHTTP() throws {
        var reaction = Reaction(.connect, .http)
        reaction.status = 401
        reaction.headers = ["WWW-Authenticate": "Bearer error=\"invalid_token\""]
        var talk = try Self.talk(Self.entry([.invalid: [reaction]]), .troubled(.invalid))
        let error = talk.open().message["error"]
        #expect(error?["data"]?["httpStatus"] == 401)
        #expect(error?["data"]?["headers"]?["WWW-Authenticate"]?.stringValue?.contains("invalid_token") == true)
    }

    @Test("keeps silent where the real server repeats for ever")
    func silent() throws {
        var talk = try Self.talk(Self.entry([.rateLimited: [Reaction(.call, .silent)]]), .troubled(.rateLimited))
        talk.open()
        #expect(talk.ask("tools/call", ["name": "get_me", "arguments": [:]]).effects.isEmpty)
        #expect(!talk.ask("tools/list").effects.isEmpty)
    }

    @Test("prints among the messages what the real server prints")
    func strayOutput() throws {
        let noise = WireExcuse("text", in: "Opening browser…", because: "the real server prints it")
        var talk = try Self.talk(Self.entry(stray: "Opening browser…"), excusing: [noise])
        talk.open()
        let effects = talk.ask("tools/call", ["name": "get_me", "arguments": [:]]).effects
        #expect(effects.first == .write(Array("Opening browser…\n".utf8), to: .standardOutput))
        #expect(effects.count == 2)
    }

    @Test(
        "finds out its condition from the environment",
        arguments: [
            ([:], [:], "missing"), (["ACME_KEY": ""], [:], "missing"), (["ACME_KEY": "any"], [:], "sound"),
            (["ACME_KEY": "right"], ["ACME_KEY": "right"], "sound"),
            (["ACME_KEY": "other"], ["ACME_KEY": "right"], "invalid"),
        ] as [([String: String], [String: String], String)]
    )
    func condition(environment: [String: String], accepted: [String: String], expected: String) throws {
        let entry = Self.entry()
        let server = try #require(entry.preferredServer)
        let condition = MockCondition(of: entry, server: server, environment: environment, accepting: accepted)
        #expect(condition.name == expected)
    }
}
