import Fixtures
import JSON
import Testing

@Suite("Replaying a fixture")
struct ReplayMachineTests {
    private static func receive(_ machine: inout ReplayMachine, _ message: JSONValue) -> [ReplayAction] {
        machine.receive(message.utf8(), at: .zero).actions
    }

    private static func messages(_ actions: [ReplayAction]) -> [JSONValue] {
        actions.compactMap { action in
            guard case .send(let bytes, _) = action else { return nil }
            return try? JSONValue(parsing: bytes)
        }
    }

    @Test("a request is matched whatever its id, its metadata and its client")
    func matching() {
        var machine = ReplayMachine(
            SampleFixture.fixture(
                .session,
                (
                    .client,
                    SampleFixture.request(
                        1,
                        "initialize",
                        ["protocolVersion": "2025-06-18", "clientInfo": ["name": "a"]]
                    )
                ),
                (.server, SampleFixture.result(1, ["protocolVersion": "2025-06-18"])),
                (.client, SampleFixture.call(2, "echo", ["text": "hi"])),
                (.server, SampleFixture.result(2, SampleFixture.text("hi")))
            )
        )
        let opening = SampleFixture.request("x", "initialize", ["protocolVersion": "2025-03-26", "capabilities": [:]])
        #expect(
            Self.messages(Self.receive(&machine, opening))
                == [SampleFixture.result("x", ["protocolVersion": "2025-06-18"])]
        )
        let call: JSONValue = [
            "jsonrpc": "2.0", "id": 77, "method": "tools/call",
            "params": ["arguments": ["text": "hi"], "name": "echo", "_meta": ["progressToken": 5]],
        ]
        #expect(Self.messages(Self.receive(&machine, call)) == [SampleFixture.result(77, SampleFixture.text("hi"))])
    }

    @Test(
        "a refusal of HTTP becomes an error over a pipe, and no line that is no JSON-RPC",
        arguments: ["Unauthorized", ["error": "invalid_token"], nil] as [JSONValue?]
    )
    func refusalOverPipe(_ body: JSONValue?) throws {
        let head: JSONValue = ["status": 401, "headers": ["www-authenticate": "Bearer"]]
        var entries = [
            FixtureEntry(at: 0, from: .client, message: SampleFixture.request(1, "initialize"), exchange: 1),
            FixtureEntry(at: 1, from: .http, message: head, exchange: 1),
        ]
        if let body { entries.append(FixtureEntry(at: 2, from: .server, message: body, exchange: 1)) }
        let fixture = Fixture(header: SampleFixture.header(.credentialWrong, transport: .http), entries: entries)
        var machine = ReplayMachine(fixture)
        let actions = Self.receive(&machine, SampleFixture.request(7, "initialize"))
        let sent = actions.compactMap { action in if case .send(let bytes, _) = action { bytes } else { nil } }
        let messages = try sent.map { try JSONValue(parsing: $0) }
        #expect(messages.count == 1)
        #expect(messages.first?["jsonrpc"] == "2.0")
        #expect(messages.first?["id"] == 7)
        #expect(messages.first?["error"]?["message"]?.stringValue?.contains("HTTP status 401") == true)
        let shown = body.map { $0.stringValue ?? $0.text() }
        #expect(messages.first?["error"]?["data"]?["body"]?.stringValue == shown)
    }

    @Test("an unknown request is told the nearest recorded one and the difference")
    func nearest() throws {
        var machine = ReplayMachine(
            SampleFixture.fixture(
                .session,
                (.client, SampleFixture.call(1, "add", ["a": 1, "b": 2])),
                (.server, SampleFixture.result(1, SampleFixture.text("3")))
            )
        )
        let answer = try #require(
            Self.messages(Self.receive(&machine, SampleFixture.call(9, "add", ["a": 1, "b": 5]))).first
        )
        #expect(answer["id"] == 9)
        let message = try #require(answer["error"]?["message"]?.stringValue)
        #expect(message.contains("line 2"))
        #expect(message.contains("/arguments/b"))
        let unknown = Self.messages(Self.receive(&machine, SampleFixture.request(10, "prompts/list"))).first
        #expect(unknown?["error"]?["code"] == -32601)
        #expect(unknown?["error"]?["message"]?.stringValue?.contains("tools/call") == true)
    }

    @Test("progress keeps its place and gets the client's token, or is left out where none was asked for")
    func progress() {
        let fixture = SampleFixture.fixture(
            .session,
            (.client, SampleFixture.request(1, "tools/call", ["name": "slow", "_meta": ["progressToken": "t"]])),
            (
                .server,
                [
                    "jsonrpc": "2.0", "method": "notifications/progress",
                    "params": ["progressToken": "t", "progress": 1],
                ]
            ),
            (.server, SampleFixture.result(1, [:]))
        )
        var machine = ReplayMachine(fixture)
        let asked = SampleFixture.request(4, "tools/call", ["name": "slow", "_meta": ["progressToken": 9]])
        let messages = Self.messages(Self.receive(&machine, asked))
        #expect(messages.map { $0["params"]?["progressToken"] } == [9, nil])
        let silent = SampleFixture.request(5, "tools/call", ["name": "slow"])
        #expect(Self.messages(Self.receive(&machine, silent)) == [SampleFixture.result(5, [:])])
    }

    private static let asking = SampleFixture.fixture(
        .session,
        (.client, SampleFixture.call(1, "ask")),
        (.server, SampleFixture.request(0, "sampling/createMessage", [:])),
        (.client, SampleFixture.result(0, ["role": "assistant"])),
        (.server, SampleFixture.result(1, SampleFixture.text("thanks")))
    )

    @Test("a question of the server is asked in its place, and the answer is waited for")
    func questions() throws {
        var machine = ReplayMachine(Self.asking)
        let question = try #require(Self.messages(Self.receive(&machine, SampleFixture.call(3, "ask"))).first)
        #expect(question["method"] == "sampling/createMessage")
        let id = try #require(question["id"])
        let rest = Self.receive(&machine, SampleFixture.result(id, ["role": "assistant"]))
        #expect(Self.messages(rest) == [SampleFixture.result(3, SampleFixture.text("thanks"))])
    }

    @Test("a client that never answers is not waited for for ever")
    func patience() {
        var machine = ReplayMachine(Self.asking, patience: .seconds(3))
        _ = Self.receive(&machine, SampleFixture.call(3, "ask"))
        #expect(machine.nextDue == .seconds(3))
        #expect(machine.due(at: .seconds(2)).isEmpty)
        #expect(Self.messages(machine.due(at: .seconds(3))) == [SampleFixture.result(3, SampleFixture.text("thanks"))])
        #expect(machine.nextDue == nil)
    }

    @Test("the same request made again gets the next recorded answer, and then the last one")
    func repeated() {
        var machine = ReplayMachine(
            SampleFixture.fixture(
                .session,
                (.client, SampleFixture.request(1, "tools/list")),
                (.server, SampleFixture.result(1, ["tools": []])),
                (.client, SampleFixture.request(2, "tools/list")),
                (.server, SampleFixture.result(2, ["tools": [["name": "new"]]]))
            )
        )
        let counts = (5..<8).map { id -> Int? in
            Self.messages(Self.receive(&machine, SampleFixture.request(.init(id), "tools/list"))).first?["result"]?[
                "tools"
            ]?.arrayValue?.count
        }
        #expect(counts == [0, 1, 1])
    }

    @Test("where the recorded server said nothing the client is told so, and an exit is an exit")
    func silence() {
        var silent = ReplayMachine(SampleFixture.fixture(.session, (.client, SampleFixture.call(1, "hang"))))
        let answer = Self.messages(Self.receive(&silent, SampleFixture.call(2, "hang"))).first
        #expect(answer?["error"]?["message"]?.stringValue?.contains("never answered") == true)
        var dying = ReplayMachine(
            SampleFixture.fixture(
                .session,
                (.client, SampleFixture.call(1, "crash")),
                (.stderr, "Traceback"),
                (.exit, ["code": 3, "ending": "byItself"])
            )
        )
        #expect(
            Self.receive(&dying, SampleFixture.call(2, "crash")) == [.standardError("Traceback"), .exit(3)]
        )
    }

    @Test("a placeholder stands for whatever the client sends there")
    func placeholders() {
        var machine = ReplayMachine(
            SampleFixture.fixture(
                .session,
                (.client, SampleFixture.call(1, "login", ["auth": "Bearer <redacted:KEY>!"])),
                (.server, SampleFixture.result(1, [:]))
            )
        )
        let good = SampleFixture.call(2, "login", ["auth": "Bearer anything at all!"])
        #expect(Self.messages(Self.receive(&machine, good)) == [SampleFixture.result(2, [:])])
        let bad = SampleFixture.call(3, "login", ["auth": "Basic anything!"])
        #expect(Self.messages(Self.receive(&machine, bad)).first?["error"] != nil)
    }

    @Test("a client of the other era learns which revision was recorded")
    func otherEra() {
        let meta: JSONValue = ["_meta": ["io.modelcontextprotocol/protocolVersion": "2026-07-28"]]
        var machine = ReplayMachine(
            SampleFixture.fixture(
                .session,
                (.client, SampleFixture.request(1, "server/discover", meta)),
                (.server, SampleFixture.result(1, ["supportedVersions": ["2026-07-28"]]))
            )
        )
        let opening = SampleFixture.request(1, "initialize", ["protocolVersion": "2025-06-18"])
        let error = Self.messages(Self.receive(&machine, opening)).first?["error"]
        #expect(error?["code"] == -32022)
        #expect(error?["data"]?["supported"] == ["2026-07-28"])
    }

    @Test("a ping is answered, a cancelled request is dropped, and nonsense is refused")
    func upkeep() {
        var machine = ReplayMachine(Self.asking)
        #expect(
            Self.messages(Self.receive(&machine, SampleFixture.request(1, "ping"))) == [SampleFixture.result(1, [:])]
        )
        _ = Self.receive(&machine, SampleFixture.call(8, "ask"))
        let cancel: JSONValue = [
            "jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": 8],
        ]
        #expect(Self.messages(Self.receive(&machine, cancel)).isEmpty)
        #expect(machine.nextDue == nil)
        #expect(Self.messages(machine.receive(Array("{".utf8), at: .zero).actions).first?["error"]?["code"] == -32700)
        #expect(machine.endInput() == [.exit(0)])
    }

    @Test("over HTTP a refusal is given with its status and fields")
    func refusal() {
        var fixture = SampleFixture.fixture(
            .session,
            transport: .http,
            (.http, ["method": "POST", "target": "/mcp", "headers": [:]]),
            (.client, SampleFixture.request(1, "tools/list")),
            (.http, ["status": 401, "headers": ["www-authenticate": "Bearer"]]),
            (.server, "no entry")
        )
        for index in fixture.entries.indices { fixture.entries[index].exchange = 1 }
        var machine = ReplayMachine(fixture, overHTTP: true)
        let actions = Self.receive(&machine, SampleFixture.request(4, "tools/list"))
        #expect(
            actions.first
                == .refuse(turn: 1, status: 401, fields: ["www-authenticate": "Bearer"], body: "no entry")
        )
        var stdio = ReplayMachine(fixture)
        let error = Self.messages(Self.receive(&stdio, SampleFixture.request(4, "tools/list"))).last?["error"]
        #expect(error?["message"]?.stringValue?.contains("HTTP status 401") == true)
    }
}
