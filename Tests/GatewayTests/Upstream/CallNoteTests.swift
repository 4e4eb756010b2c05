@testable import Gateway
import JSON
import MCP
import Testing

@Suite("What goes with a call to a server with sessions")
struct CallNoteTests {
    @Test("says who asks, beside what the client has written there")
    func addressed() {
        let caller = UpstreamCaller(
            conversation: "a",
            capabilities: ClientCapabilities(["sampling": [:]]),
            revision: .july2026
        )
        let params = CallNote.addressed(["name": "x", "_meta": ["traceparent": "00-1"]], caller, call: 7, to: .legacy)
        let expected: JSONObject = [
            "name": "x",
            "_meta": [
                "traceparent": "00-1",
                "openwork/caller": [
                    "call": "7", "protocolVersion": "2026-07-28", "clientCapabilities": ["sampling": [:]],
                ],
            ],
        ]
        #expect(params.object == expected)
        // A modern server is told the rest anyway.
        let modern = CallNote.addressed([:], caller, call: 8, to: .modern)
        #expect(modern.object == ["_meta": ["openwork/caller": ["call": "8"]]])
    }

    @Test("comes back on questions, and goes no further")
    func returned() {
        let params: JSONObject = [
            "message": "?",
            "_meta": [
                "openwork/call": "7", "openwork/question": ["name": "b", "together": ["a", "b"]], "mine": 1,
            ],
        ]
        #expect(CallNote.call(params) == 7)
        let question = CallNote.question(params)
        #expect(question?.name == "b")
        #expect(question?.together == ["a", "b"])
        #expect(CallNote.stripped(params) == ["message": "?", "_meta": ["mine": 1]])
        #expect(CallNote.stripped(["_meta": ["openwork/call": "7"]]) == [:])
        #expect(CallNote.stripped(nil) == nil)
    }

    @Test(
        "is nothing where the server says nothing that can be read",
        arguments: [nil, [:], ["_meta": 1]] as [JSONObject?]
    )
    func absent(params: JSONObject?) {
        #expect(CallNote.call(params) == nil)
        #expect(CallNote.question(params) == nil)
        #expect(CallNote.stripped(params) == params)
    }
}
