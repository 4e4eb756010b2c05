import JSON
import MockMCP
import Testing

@Suite("A sound mock")
struct MockSessionTests {
    @Test("answers one line with one line")
    func answersInOneLine() {
        var talk = Talk()
        let reply = talk.ask("ping")
        #expect(reply.lines == [#"{"jsonrpc":"2.0","id":1,"result":{}}"#])
    }

    @Test("puts a request together from pieces")
    func takesPieces() {
        var session = MockSession(.sample)
        session.start()
        for byte in Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8) { session.receive([byte], at: .zero) }
        #expect(session.due(at: .zero) == [])
        session.receive([0x0A], at: .zero)
        #expect(Reply(effects: session.due(at: .zero)).message["result"] == [:])
    }

    @Test("lists its tools in pages of the size that was asked for, with cursors that lead through all of them")
    func pages() {
        var talk = Talk(.sample.listing(pageSize: 4))
        talk.open()
        let first = talk.ask("tools/list")
        #expect(first.toolNames == ["echo", "add", "clock", "slow"])
        let cursor = first.message["result"]?["nextCursor"] ?? .null
        let second = talk.ask("tools/list", ["cursor": cursor])
        #expect(second.toolNames == ["fail", "note"])
        #expect(second.message["result"]?["nextCursor"] == nil)
    }

    @Test("refuses a cursor that it never gave", arguments: ["nonsense", 7, nil] as [JSONValue])
    func refusesForeignCursor(cursor: JSONValue) {
        var talk = Talk()
        talk.open()
        #expect(talk.ask("tools/list", ["cursor": cursor]).message["error"]?["code"] == -32602)
    }

    @Test(
        "fills the arguments into the answer, with structure since 2025-06-18",
        arguments: [
            ("2025-03-26", nil), ("2025-06-18", ["sum": 3.5]),
        ] as [(String, JSONValue?)]
    )
    func answersCalls(revision: String, structured: JSONValue?) {
        var talk = Talk()
        talk.open(revision)
        let result = talk.ask("tools/call", ["name": "add", "arguments": ["a": 1, "b": 2.5]]).message["result"]
        #expect(result?["content"] == [["type": "text", "text": #"{"sum":3.5}"#]])
        #expect(result?["structuredContent"] == structured)
    }

    @Test(
        "refuses wrong arguments as its revision wants it",
        arguments: [
            ("2025-06-18", -32602, nil), ("2025-11-25", nil, true),
        ] as [(String, Int?, Bool?)]
    )
    func refusesWrongArguments(revision: String, code: Int?, isError: Bool?) {
        var talk = Talk()
        talk.open(revision)
        let answer = talk.ask("tools/call", ["name": "add", "arguments": ["a": "one"]]).message
        #expect(answer["error"]?["code"]?.intValue == code)
        #expect(answer["result"]?["isError"]?.boolValue == isError)
    }

    @Test("refuses unknown tools with -32602 and unknown methods with -32601")
    func refusesTheUnknown() {
        var talk = Talk()
        talk.open()
        #expect(talk.ask("tools/call", ["name": "none"]).message["error"]?["code"] == -32602)
        #expect(talk.ask("tools/fetch").message["error"]?["code"] == -32601)
    }

    @Test("lets a slow call take its time, reports progress meanwhile, and answers others before")
    func slowCalls() {
        var talk = Talk()
        talk.open()
        let start = talk.ask("tools/call", ["name": "slow", "_meta": ["progressToken": "p"]])
        #expect(start.messages.map { $0["params"]?["progress"] } == [1])
        #expect(talk.ask("ping").message["result"] == [:])
        let rest = talk.wait(.milliseconds(499))
        #expect(rest.messages.map { $0["params"]?["progress"] } == [2, 3, 4])
        #expect(talk.wait(.milliseconds(1)).message["result"]?["content"]?[0]?["text"] == "Done at last.")
    }

    @Test("never answers a call that was given up")
    func cancelledCalls() {
        var talk = Talk()
        talk.open()
        talk.ask("tools/call", ["name": "slow"])
        talk.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"#)
        #expect(talk.wait(.seconds(10)).lines == [])
    }

    @Test("ends with 0 when stdin is closed, whatever is still in flight")
    func endsWithInput() {
        var talk = Talk()
        talk.open()
        talk.ask("tools/call", ["name": "slow"])
        #expect(talk.close().effects == [.exit(.code(0))])
        #expect(talk.wait(.seconds(10)).effects == [])
    }

    @Test("answers a last line without a line end before it ends")
    func lastLine() {
        var session = MockSession(.sample)
        session.start()
        session.receive(Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8), at: .zero)
        session.endInput(at: .zero)
        let reply = Reply(effects: session.due(at: .zero))
        #expect(reply.message["result"] == [:])
        #expect(reply.exit == .code(0))
    }

    @Test("dies of SIGTERM")
    func endsBySignal() {
        var talk = Talk()
        #expect(talk.terminate().effects == [.exit(.signal(15))])
    }

    @Test(
        "changes its list when it should, and says so",
        arguments: [
            MockChange.Moment.listings(1), .calls(1), .time(.seconds(3)),
        ]
    )
    func changes(moment: MockChange.Moment) {
        let change = MockChange(after: moment, adding: [MockTool("fresh")], removing: ["fail"])
        var talk = Talk(.sample.changing(change))
        talk.open()
        let events = [talk.ask("tools/list"), talk.ask("tools/call", ["name": "clock"]), talk.wait(.seconds(3))]
        let told = events.flatMap(\.messages).filter { $0["method"] == "notifications/tools/list_changed" }
        #expect(told.count == 1)
        #expect(talk.ask("tools/list").toolNames == ["echo", "add", "clock", "slow", "note", "fresh"])
    }

    @Test("tells stateless clients of changes on the stream that they opened, and only there")
    func subscriptions() {
        var talk = Talk(.sample.changing(MockChange(after: .calls(1), removing: ["fail"])))
        let opened = talk.askModern("subscriptions/listen", ["notifications": ["toolsListChanged": true]])
        #expect(opened.message["method"] == "notifications/subscriptions/acknowledged")
        #expect(opened.message["params"]?["notifications"] == ["toolsListChanged": true])
        let told = talk.askModern("tools/call", ["name": "clock"]).messages
        let changed = told.filter { $0["method"] == "notifications/tools/list_changed" }
        #expect(changed.map { $0["params"]?["_meta"]?["io.modelcontextprotocol/subscriptionId"] } == [1])
        let closed = talk.close()
        #expect(closed.messages.map { $0["id"] } == [1])
        #expect(closed.exit == .code(0))
    }

    @Test("sends the notifications of its script at their moment")
    func notifications() {
        let log: JSONObject = ["level": "info", "data": "here"]
        var talk = Talk(
            .sample.declaring("logging")
                .notifying(MockNotification("notifications/message", log))
                .notifying(MockNotification("notifications/message", log, at: .call))
        )
        #expect(talk.open().messages.filter { $0["method"] == "notifications/message" }.count == 1)
        #expect(talk.ask("tools/call", ["name": "clock"]).messages.map { $0["method"] != nil } == [true, false])
    }
}
