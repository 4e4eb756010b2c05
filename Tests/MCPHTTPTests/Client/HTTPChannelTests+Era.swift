import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization
import Testing

@testable import MCPHTTP

extension HTTPChannelTests {
    @Test(
        "says why there is no connection, and does not take trouble for an old server",
        arguments: [
            (
                .success(.plain(401, fields: ["WWW-Authenticate": "Bearer scope=\"a\""])),
                .unauthorized(status: 401, challenges: [.init(scheme: "bearer", parameters: [.init("scope", "a")])])
            ),
            (.success(.plain(403)), .unauthorized(status: 403, challenges: [])),
            (.success(.plain(500)), .status(500, error: nil)),
            (.success(.plain(429, fields: ["Retry-After": "7"])), .throttled(status: 429, retryAfter: .seconds(7))),
            (
                .success(.plain(307, fields: ["Location": "https://other.test/"])),
                .redirect(status: 307, .otherOrigin(HTTPOrigin(scheme: .https, host: "other.test")))
            ),
            (.failure(.unreachable(.refused, "x")), .unreachable(.refused, "x")),
        ] as [(Result<HTTPReply, HTTPFault>, HTTPFault)]
    )
    func noConnection(reply: Result<HTTPReply, HTTPFault>, fault: HTTPFault) async throws {
        let exchanger = ScriptedExchanger { _, _ in reply }
        let run = try await run(exchanger) { _, _ in }
        #expect(run.fault == fault)
        #expect(throws: ConnectFailure.self) { try run.run.value }
        #expect(exchanger.calls.count == 1)
    }

    @Test("says that there is no MCP where every way of asking fails", arguments: [404, 405])
    func noProtocol(status: Int) async throws {
        let exchanger = ScriptedExchanger { _, _ in .success(.plain(status)) }
        let run = try await run(exchanger) { _, _ in }
        #expect(run.fault == .noProtocol(statuses: [status, status, status]))
        #expect(exchanger.calls.map(\.method) == [.post, .post, .get])
    }

    @Test("shows the beginning of a web page that answers everything with 200")
    func webPage() async throws {
        let exchanger = ScriptedExchanger { _, _ in .success(.plain(200, "<html>", type: "text/html")) }
        let run = try await run(exchanger) { _, _ in }
        #expect(run.fault == .notMCP(status: 200, contentType: "text/html", beginning: "<html>"))
    }

    @Test("falls back to HTTP+SSE with nothing left of the earlier attempts, and stays at its origin")
    func eventStream() async throws {
        let (stream, sink) = AsyncThrowingStream.makeStream(of: [UInt8].self)
        let exchanger = ScriptedExchanger { call, _ in
            guard call.method == .post else {
                sink.yield(ServerSentEvent(type: "endpoint", data: Array("/messages?id=1".utf8)).encoded())
                return .success(.live(stream))
            }
            guard call.address.path == "/messages" else { return .success(.plain(405)) }
            let result = call.rpcMethod == "initialize" ? HTTPCall.initialization("2024-11-05") : ["content": []]
            if call.rpcID != nil { sink.yield(ServerSentEvent(data: call.result(result).utf8()).encoded()) }
            return .success(.plain(202, "Accepted"))
        }
        let run = try await run(exchanger) { client, channel in
            #expect(channel.transport == .eventStream)
            guard case .result = await Self.outcome(client) else {
                Issue.record("no answer")
                return
            }
        }
        try run.run.value
        #expect(run.record == HTTPEraRecord(transport: .eventStream, revision: .november2024))
        for call in exchanger.calls where call.address.path == "/messages" {
            #expect(call.fields[MCPField.sessionID] == nil)
            #expect(call.fields[MCPField.protocolVersion] == nil)
        }
    }

    @Test(
        "does not post to an endpoint elsewhere",
        arguments: ["http://evil.test/", "//evil.test/x", "https://server.test/x"]
    )
    func foreignEndpoint(endpoint: String) async throws {
        let exchanger = ScriptedExchanger { call, _ in
            guard call.method == .get else { return .success(.plain(405)) }
            return .success(.events("event: endpoint\ndata: \(endpoint)\n\n"))
        }
        let run = try await run(exchanger) { _, _ in }
        #expect(run.fault == .badEndpoint(endpoint))
        #expect(exchanger.calls.allSatisfy { $0.address.origin.host == "server.test" })
    }

    @Test("finds a modern server behind a gateway that rewrote the answer to the probe")
    func gateway() async throws {
        let exchanger = ScriptedExchanger { call, number in
            switch (call.rpcMethod, number) {
            case (_, 1): .success(.plain(400, "<html>Bad Request", type: "text/html"))
            case ("initialize", _):
                .success(
                    .json(
                        400,
                        [
                            "jsonrpc": "2.0", "id": call.rpcID ?? nil,
                            "error": ["code": -32022, "message": "x", "data": ["supported": ["2026-07-28"]]],
                        ]
                    )
                )
            default: .success(.json(200, call.result(HTTPCall.discovery)))
            }
        }
        let run = try await run(exchanger) { client, _ in client.server.revision }
        #expect(try run.run.value == .july2026)
        #expect(exchanger.calls.map(\.rpcMethod) == ["server/discover", "initialize", "server/discover"])
    }

    @Test("takes what was found earlier, and probes anew when it no longer holds")
    func remembered() async throws {
        let exchanger = modern { call in .json(call.rpcMethod == "initialize" ? 404 : 200, call.error(-32601)) }
        let record = HTTPEraRecord(transport: .streamable, revision: .november2025)
        let run = try await run(exchanger, remembered: record) { client, _ in client.server.revision }
        #expect(try run.run.value == .july2026)
        #expect(run.record == HTTPEraRecord(transport: .modern, revision: .july2026))
        #expect(exchanger.calls.first?.rpcMethod == "initialize")
    }
}
