import Health
import HTTPTypes
import MCPHTTP
import Probing
import Testing

@Suite("An exchanger that remembers refusals")
struct RecordedExchangerTests {
    private func recorder(_ status: Int, _ body: String = "") -> RecordedExchanger {
        RecordedExchanger(.always(status, [("X-Why", "because")], body), wallSeconds: { 7 })
    }

    private func read(_ reply: HTTPReply) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in reply.body { bytes += piece }
        return bytes
    }

    @Test("keeps status, fields and the beginning of the body, and lets the body through")
    func refusal() async throws {
        let recorder = recorder(403, "no entry")
        let reply = try await recorder.exchange(HTTPCall(.post, HTTPAddress("http://a.example/")))
        #expect(try await read(reply) == Array("no entry".utf8))
        #expect(
            recorder.lastRefusal
                == HTTPFacts(status: 403, fields: [("x-why", "because")], body: "no entry", receivedAt: 7)
        )
        recorder.forget()
        #expect(recorder.lastRefusal == nil)
    }

    @Test(
        "keeps nothing of a stream that is refused, and nothing after a success",
        arguments: [(405, HTTPRequest.Method.get), (200, .post)]
    )
    func ordinary(status: Int, method: HTTPRequest.Method) async throws {
        let recorder = recorder(status)
        _ = try await recorder.exchange(HTTPCall(method, HTTPAddress("http://a.example/")))
        #expect(recorder.lastRefusal == nil)
    }
}

extension HTTPExchanger where Self == ScriptedReplies {
    fileprivate static func always(_ status: Int, _ fields: [(String, String)], _ body: String) -> ScriptedReplies {
        ScriptedReplies.always(status, fields, body)
    }
}
