import HTTPTestSupport
import HTTPTypes
import JSON
import MCP
import MCPConnection
import Testing

@testable import MCPHTTP

extension EndpointStreamTests {
    /// Answers a call after its stream was closed, and once somebody came back for the rest.
    private static func polling(_ log: CallLog, pause: Duration?) -> MCPEndpointSettings {
        TestService.settings {
            $0.retry = .milliseconds(10)
            $0.handlers = { _ in
                ServerHandlers { call throws(ErrorObject) in
                    await call.progress(1)
                    let isClosed = await call.closeStream(retryingAfter: pause)
                    log.note(isClosed ? "closed" : "open")
                    await call.progress(2)
                    return ["content": [["type": "text", "text": .string(isClosed ? "resumed" : "at once")]]]
                }
            }
        }
    }

    private static func call(_ id: Int) -> [UInt8] {
        let meta = #""_meta":{"progressToken":\#(id)}"#
        return Array(
            #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"t","arguments":{},\#(meta)}}"#.utf8
        )
    }

    @Test("are closed in the middle of a call when its handler says so, and the rest is had later")
    func closedStream() async throws {
        let log = CallLog()
        try await withEndpoint(Self.polling(log, pause: .milliseconds(1234))) { address in
            try await HTTPPool.with { pool in
                let session = try await session(address, pool)
                let call = HTTPCall(.post, address, fields: fields(session), body: Self.call(5))
                let reply = try await pool.exchange(call)
                var text = ""
                for try await piece in reply.body { text += String(decoding: piece, as: UTF8.self) }
                #expect(text.contains("retry: 1234\n"))
                #expect(text.contains(#""progress":2"#) == false)
                #expect(text.contains("content") == false)
                await log.awaits("closed")
                let names = text.split(separator: "\n").filter { $0.hasPrefix("id: ") }
                let last = try #require(names.last).dropFirst(4)
                let again = HTTPCall(.get, address, fields: fields(session, lastEventID: String(last)))
                let rest = try await events(try await pool.exchange(again)).filter { !$0.data.isEmpty }
                let messages = try rest.map { try JSONValue(parsing: $0.data) }
                #expect(messages.last?["result"]?["content"]?[0]?["text"] == "resumed")
                #expect(messages.dropLast().last?["params"]?["progress"] == 2)
            }
        }
    }

    @Test(
        "stay open where a client could not come back",
        arguments: [
            (RevisionOffer.modern, "at once"), (.only(.june2025), "at once"), (.only(.november2025), "resumed"),
        ]
    )
    func unclosable(offer: RevisionOffer, text: String) async throws {
        let log = CallLog()
        let settings = Self.polling(log, pause: nil)
        let run = try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                await withJudgedHTTPClient(
                    HTTPClientSettings(address: address),
                    exchanger: pool,
                    configuration: EndToEndTests.configuration(offer),
                    clock: ContinuousClock()
                ) { client, _ in try await client.callTool("t").value }
            }
        }
        #expect(try run.run.value["content"]?[0]?["text"] == .string(text))
        #expect(run.run.violations == [])
    }
}
