import JSON
import MockMCP
import Testing

@Suite("Faults of the handshake")
struct HandshakeFaultTests {
    @Test(
        "change the result of initialize",
        arguments: [
            ("unknown-revision", "/protocolVersion", "1999-12-31"), ("missing-capabilities", "/capabilities", nil),
            ("missing-server-info", "/serverInfo", nil), ("undeclared-tools", "/capabilities", [:]),
            ("accepts-any-revision", "/protocolVersion", "2001-01-01"),
        ] as [(String, String, JSONValue?)]
    )
    func initialize(fault: String, place: String, expected: JSONValue?) throws {
        var talk = try Talk(faults: fault)
        let result = talk.open("2001-01-01").messages.first?["result"]
        let pointer = try JSONPointer(parsing: place)
        #expect(result != nil)
        #expect(result?[pointer] == expected)
    }

    @Test(
        "change the result of server/discover",
        arguments: [
            ("unknown-revision", "/supportedVersions", ["1999-12-31"]), ("missing-capabilities", "/capabilities", nil),
            ("missing-server-info", "/_meta", nil), ("undeclared-tools", "/capabilities", [:]),
        ] as [(String, String, JSONValue?)]
    )
    func discover(fault: String, place: String, expected: JSONValue?) throws {
        var talk = try Talk(faults: fault)
        let result = talk.askModern("server/discover").message["result"]
        let pointer = try JSONPointer(parsing: place)
        #expect(result != nil)
        #expect(result?[pointer] == expected)
    }

    @Test(
        "refuse the handshake, and leave the rest",
        arguments: [
            ("initialize-error", -32603), ("initialize-error=-32001", -32001),
        ]
    )
    func refuse(fault: String, code: Int) throws {
        var talk = try Talk(faults: fault)
        #expect(talk.open().message["error"]?["code"]?.intValue == code)
        #expect(talk.ask("ping").message["result"] == [:])
    }

    @Test("refuse server/discover, and leave the rest")
    func refuseDiscovery() throws {
        var talk = try Talk(faults: "discover-error")
        #expect(talk.askModern("server/discover").message["error"]?["code"] == -32603)
        #expect(talk.askModern("tools/list").message["result"] != nil)
    }

    @Test(
        "early-request asks for what the client declared, before it is ready",
        arguments: [
            ("early-request", [:], "roots/list"), ("early-request", ["sampling": [:]], "sampling/createMessage"),
            ("early-request=ping", [:], "ping"),
        ] as [(String, JSONObject, JSONValue)]
    )
    func early(fault: String, capabilities: JSONObject, method: JSONValue) throws {
        var talk = try Talk(faults: fault)
        let messages = talk.open(capabilities: capabilities).messages
        #expect(messages.map { $0["method"] } == [nil, method])
    }

    @Test(
        "no-ping drops ping, ping-error refuses it",
        arguments: [("no-ping", nil), ("ping-error", -32601)] as [(String, Int?)]
    )
    func ping(fault: String, code: Int?) throws {
        var talk = try Talk(faults: fault)
        let reply = talk.ask("ping")
        #expect(reply.messages.isEmpty == (code == nil))
        #expect(reply.message["error"]?["code"]?.intValue == code)
        #expect(talk.open().message["result"] != nil)
    }

    @Test("no-legacy-hint takes the revisions out of a modern server's refusal")
    func hint() throws {
        let server = MockServer.sample.speaking(.modern)
        var sound = Talk(server)
        #expect(sound.open().lines.first?.contains("2026-07-28") == true)
        var talk = try Talk(faults: "no-legacy-hint", server: server)
        #expect(talk.open().lines.first?.contains("2026-07-28") == false)
    }

    @Test(
        "accepts-any-revision and accepts-missing-meta answer stateless requests that must be refused",
        arguments: [
            (
                "accepts-any-revision",
                [
                    "io.modelcontextprotocol/protocolVersion": "1999-12-31",
                    "io.modelcontextprotocol/clientCapabilities": [:],
                ]
            ),
            ("accepts-missing-meta", ["io.modelcontextprotocol/protocolVersion": "2026-07-28"]),
            ("accepts-missing-meta", [:]),
        ] as [(String, JSONValue)]
    )
    func acceptsWrongMeta(fault: String, meta: JSONValue) throws {
        let server = MockServer.sample.speaking(.modern)
        var sound = Talk(server)
        #expect(sound.ask("server/discover", ["_meta": meta]).message["error"] != nil)
        var talk = try Talk(faults: fault, server: server)
        #expect(talk.ask("server/discover", ["_meta": meta]).message["result"] != nil)
    }
}
