import JSON
import MockMCP
import Testing

@Suite("Faults of calls")
struct CallingFaultTests {
    private static let add: JSONObject = ["name": "add", "arguments": ["a": 1, "b": 2]]

    @Test(
        "change the result of a call",
        arguments: [
            ("missing-content", ["structuredContent": ["sum": 3]]),
            ("auth-error-as-result=no, never", ["content": [["type": "text", "text": "no, never"]]]),
            ("missing-structured-content", ["content": [["type": "text", "text": #"{"sum":3}"#]]]),
            ("contradicting-text", ["content": [["type": "text", "text": "done"]], "structuredContent": ["sum": 3]]),
            (
                "wrong-structured-content",
                [
                    "content": [["type": "text", "text": #"{"sum":["not","what","was","said"]}"#]],
                    "structuredContent": ["sum": ["not", "what", "was", "said"]],
                ]
            ),
        ] as [(String, JSONValue)]
    )
    func results(fault: String, expected: JSONValue) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        #expect(talk.ask("tools/call", Self.add).message["result"] == expected)
    }

    @Test(
        "accept or report what must be refused, and leave sound calls alone",
        arguments: [
            ("accepts-unknown-tool", ["name": "none"], false), ("unknown-tool-as-result", ["name": "none"], true),
            ("accepts-wrong-arguments", ["name": "add", "arguments": ["a": "x"]], false),
        ] as [(String, JSONObject, JSONValue)]
    )
    func accepting(fault: String, call: JSONObject, isError: JSONValue) throws {
        for revision in ["2025-06-18", "2025-11-25"] {
            var talk = try Talk(faults: fault)
            talk.open(revision)
            talk.ask("tools/list")
            #expect(talk.ask("tools/call", call).message["result"]?["isError"] == isError)
            #expect(talk.ask("tools/call", Self.add).message["result"]?["structuredContent"] == ["sum": 3])
        }
    }

    @Test("accepting one kind of wrong call leaves the other kind refused")
    func distinguishes() throws {
        var tools = try Talk(faults: "accepts-unknown-tool")
        tools.open("2025-06-18")
        tools.ask("tools/list")
        #expect(tools.ask("tools/call", ["name": "add"]).message["error"] != nil)
        var arguments = try Talk(faults: "accepts-wrong-arguments")
        arguments.open()
        arguments.ask("tools/list")
        #expect(arguments.ask("tools/call", ["name": "none"]).message["error"] != nil)
    }

    @Test(
        "answers-unknown-method answers, drops-unknown-method does not",
        arguments: [
            ("answers-unknown-method", 1), ("drops-unknown-method", 0),
        ]
    )
    func unknownMethods(fault: String, answers: Int) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        let reply = talk.ask("no/such")
        #expect(reply.messages.count == answers)
        #expect(reply.messages.allSatisfy { $0["result"] == [:] })
        #expect(talk.ask("tools/call", ["name": "none"]).message["error"] != nil)
    }

    @Test(
        "wrong-error-code changes codes, or only one of them",
        arguments: [
            ("wrong-error-code", [-32000, -32000]), ("wrong-error-code@code=-5,of=-32601", [-5, -32602]),
        ]
    )
    func codes(fault: String, expected: [Int]) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        let replies = [talk.ask("no/such"), talk.ask("tools/call", ["name": "none"])]
        #expect(replies.map { $0.message["error"]?["code"]?.intValue } == expected)
    }

    @Test("call-error refuses calls only")
    func refuses() throws {
        var talk = try Talk(faults: "call-error@code=-32001,message=down")
        talk.open()
        #expect(talk.ask("tools/call", Self.add).message["error"] == ["code": -32001, "message": "down"])
        #expect(talk.ask("tools/list").toolNames.count == 6)
    }
}
