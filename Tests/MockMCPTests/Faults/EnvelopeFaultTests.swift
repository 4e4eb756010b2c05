import JSON
import MockMCP
import Testing

@Suite("Faults of messages")
struct EnvelopeFaultTests {
    @Test(
        "change what they say and nothing else in the answer to a ping",
        arguments: [
            ("wrong-id", #"{"jsonrpc":"2.0","id":1000001,"result":{}}"#),
            ("null-id", #"{"jsonrpc":"2.0","id":null,"result":{}}"#),
            ("text-id", #"{"jsonrpc":"2.0","id":"1","result":{}}"#),
            ("missing-result", #"{"jsonrpc":"2.0","id":1}"#),
            (
                "result-and-error",
                #"{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":-32603,"message":"and yet it failed"}}"#
            ),
            ("wrong-jsonrpc", #"{"jsonrpc":"1.0","id":1,"result":{}}"#),
            ("wrong-jsonrpc=", #"{"id":1,"result":{}}"#),
            ("patch=/result/x:[1]", #"{"jsonrpc":"2.0","id":1,"result":{"x":[1]}}"#),
            ("patch=/jsonrpc:", #"{"id":1,"result":{}}"#),
            ("patch=/result:word", #"{"jsonrpc":"2.0","id":1,"result":"word"}"#),
            ("patch=/nothing/here:1", #"{"jsonrpc":"2.0","id":1,"result":{}}"#),
            ("error-without-code", #"{"jsonrpc":"2.0","id":1,"result":{}}"#),
        ]
    )
    func changes(fault: String, line: String) throws {
        var talk = try Talk(faults: fault)
        #expect(talk.ask("ping").lines == [line])
    }

    @Test("wrong-id and text-id also turn ids that are strings")
    func textualIDs() throws {
        let line = #"{"jsonrpc":"2.0","id":"12","method":"ping"}"#
        var wrong = try Talk(faults: "wrong-id")
        #expect(wrong.say(line).message["id"] == "12-of-nobody")
        var text = try Talk(faults: "text-id")
        #expect(text.say(line).message["id"] == 12)
    }

    @Test("duplicate-response sends each answer twice")
    func duplicate() throws {
        var talk = try Talk(faults: "duplicate-response")
        #expect(talk.ask("ping").messages.map { $0["id"] } == [1, 1])
    }

    @Test("error-without-code leaves it out of errors")
    func withoutCode() throws {
        var talk = try Talk(faults: "error-without-code")
        talk.open()
        #expect(talk.ask("no/such").message["error"] == ["message": "Method not found: no/such"])
    }

    @Test("missing-result-type takes it from every stateless result")
    func withoutResultType() throws {
        var sound = Talk()
        #expect(sound.askModern("tools/list").message["result"]?["resultType"] == "complete")
        var talk = try Talk(faults: "missing-result-type")
        #expect(talk.askModern("tools/list").message["result"]?["resultType"] == nil)
    }

    @Test("notification-with-id sends one before the second answer")
    func numberedNotification() throws {
        var talk = try Talk(faults: "notification-with-id")
        let replies = [talk.open(), talk.ask("ping"), talk.ask("ping")]
        let numbered = replies.map { $0.messages.filter { $0["method"] != nil && $0["id"] != nil }.count }
        #expect(numbered == [0, 1, 0])
    }

    @Test(
        "send what they say before the answer to a call",
        arguments: [
            ("server-request", #"{"jsonrpc":"2.0","id":"own-1","method":"roots/list"}"#),
            ("malformed-request", #"{"jsonrpc":"2.0","id":"malformed-1","method":"ping","params":"none"}"#),
            (
                "malformed-notification",
                #"{"jsonrpc":"2.0","method":"notifications/message","params":{"data":"working"}}"#
            ),
        ]
    )
    func extraMessages(fault: String, line: String) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        let lines = talk.ask("tools/call", ["name": "clock"]).lines
        #expect(lines.count == 2)
        #expect(lines.first == line)
    }

    @Test("foreign-notification uses one of the other era")
    func foreign() throws {
        var legacy = try Talk(faults: "foreign-notification")
        legacy.open()
        let first = legacy.ask("tools/list").messages.first
        #expect(first?["method"] == "notifications/subscriptions/acknowledged")
        var modern = try Talk(faults: "foreign-notification")
        #expect(modern.askModern("tools/list").messages.first?["method"] == "notifications/elicitation/complete")
    }

    @Test(
        "can be limited to a method, a tool, and a number of times",
        arguments: [
            ("null-id@method=ping", [true, false, true]), ("null-id@tool=clock", [false, true, false]),
            ("null-id@tool=echo", [false, false, false]), ("null-id@skip=2,times=1", [false, true, false]),
            ("null-id@times=2", [true, false, false]),
        ]
    )
    func scopes(fault: String, struck: [Bool]) throws {
        var talk = try Talk(faults: fault)
        // The answer to the handshake is the first that counts.
        talk.open()
        let replies = [talk.ask("ping"), talk.ask("tools/call", ["name": "clock"]), talk.ask("ping")]
        #expect(replies.map { $0.message["id"] == .null } == struck)
    }
}
