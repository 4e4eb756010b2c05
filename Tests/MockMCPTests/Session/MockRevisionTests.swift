import JSON
import JSONSchema
import MCP
import MockMCP
import Testing

@Suite("The sound mock against our own client session")
struct MockRevisionTests {
    @Test("goes through a whole session in each revision without a violation", arguments: ProtocolRevision.allCases)
    func wholeSession(revision: ProtocolRevision) throws {
        var play = ClientPlay(offer: .only(revision))
        play.open()
        #expect(play.client.stage == .ready(revision))
        let calls: [(String, JSONObject)] = [
            ("tools/list", [:]), ("tools/call", ["name": "echo", "arguments": ["text": "hello"]]),
            ("tools/call", ["name": "add", "arguments": ["a": 1, "b": 2]]), ("tools/call", ["name": "fail"]),
            ("tools/call", ["name": "none"]), ("tools/call", ["name": "add", "arguments": [:]]),
        ]
        for (method, params) in calls { play.ask(method, params) }
        #expect(play.outcomes.count == calls.count)
        #expect(play.violations == [])
        #expect(try play.invalidMessages(in: revision) == [])
    }

    @Test(
        "is found to be of the era that it speaks",
        arguments: [
            (MockRevisions.legacy, ProtocolRevision.november2025), (.modern, .july2026), (.dual, .july2026),
        ]
    )
    func eras(revisions: MockRevisions, expected: ProtocolRevision) {
        var play = ClientPlay(offer: .all, server: .sample.speaking(revisions))
        play.open()
        #expect(play.client.stage == .ready(expected))
    }
}
