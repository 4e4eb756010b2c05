import HTTPTypes
import JSON
import MCP
import MCPConnection
import Testing

@testable import MCPHTTP

@Suite("Event streams of an endpoint", .timeLimit(.minutes(1)))
struct EndpointStreamTests {
    /// Opens a session by hand.
    func session(_ address: HTTPAddress, _ pool: HTTPPool, version: String = "2025-11-25") async throws
        -> String
    {
        let initialize = Posting(
            body: EndpointRequestTests.request(
                "initialize",
                #""protocolVersion":"\#(version)","capabilities":{},"clientInfo":{"name":"x","version":"1"}"#
            )
        )
        let opened = try await initialize.send(to: address, over: pool)
        let id = try #require(opened.fields[MCPField.sessionID])
        let initialized = Posting(
            body: #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
            fields: ["Mcp-Session-Id": id]
        )
        let accepted = try await initialized.send(to: address, over: pool)
        #expect(accepted.status == 202)
        #expect(accepted.body.isEmpty)
        return id
    }

    func fields(_ session: String, lastEventID: String? = nil) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "application/json", .accept: "application/json, text/event-stream",
            MCPField.sessionID: session,
        ]
        fields[MCPField.lastEventID] = lastEventID
        return fields
    }

    /// The events of a stream until one fulfils the condition.
    func events(
        _ reply: HTTPReply,
        until isLast: (ServerSentEvent) -> Bool = { _ in false }
    ) async throws -> [ServerSentEvent] {
        var parser = EventStreamParser()
        var events: [ServerSentEvent] = []
        for try await piece in reply.body {
            for case .event(let event) in parser.append(piece) {
                events.append(event)
                if isLast(event) { return events }
            }
        }
        return events
    }

    func waitCall(_ id: Int) -> [UInt8] {
        Array(#"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"wait","arguments":{}}}"#.utf8)
    }

    @Test("begin with a name and no data, survive a client that goes away, and are resumed from where they broke")
    func resumption() async throws {
        let log = CallLog()
        let settings = TestService.settings(log: log) { $0.patience = .milliseconds(10) }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                let session = try await session(address, pool)
                let call = HTTPCall(.post, address, fields: fields(session), body: waitCall(5))
                let begun = try await events(try await pool.exchange(call)) { _ in true }
                let first = try #require(begun.first)
                #expect(first.data.isEmpty)
                let id = try #require(first.id)
                await log.awaits("begun")
                // The stream is left here; the call goes on.
                log.release()
                await log.awaits("done")

                let resumed = try await pool.exchange(HTTPCall(.get, address, fields: fields(session, lastEventID: id)))
                let rest = try await events(resumed)
                let answer = try JSONValue(parsing: try #require(rest.last).data)
                #expect(answer["id"] == 5)
                #expect(answer["result"]?["content"]?[0]?["text"] == "waited")

                let unknown = try await pool.exchange(
                    HTTPCall(.get, address, fields: fields(session, lastEventID: "77-1"))
                )
                #expect(unknown.status == 404)
            }
        }
    }

    @Test("keep the messages of each call on its own stream")
    func apart() async throws {
        try await withEndpoint(TestService.settings()) { address in
            try await HTTPPool.with { pool in
                let session = try await session(address, pool)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for id in 1...8 {
                        group.addTask {
                            let body =
                                #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"count","#
                                + #""arguments":{"to":6},"_meta":{"progressToken":\#(id)}}}"#
                            let call = HTTPCall(.post, address, fields: fields(session), body: Array(body.utf8))
                            let messages = try await events(try await pool.exchange(call))
                                .filter { !$0.data.isEmpty }
                                .map { try JSONValue(parsing: $0.data) }
                            #expect(messages.count == 7)
                            #expect(
                                messages.dropLast().allSatisfy {
                                    $0["params"]?["progressToken"] == .number(JSONNumber(id))
                                }
                            )
                            #expect(messages.last?["id"] == .number(JSONNumber(id)))
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test(
        "carry what belongs to no call to whoever listens, also what came before",
        arguments: ["2025-11-25", "2025-03-26"]
    )
    func listening(version: String) async throws {
        let heard = CallLog()
        let settings = TestService.settings {
            $0.handlers = { _ in
                ServerHandlers(
                    answer: { call throws(ErrorObject) in throw .methodNotFound(call.context.method) },
                    hear: { _ in heard.release() },
                    whileServing: { peer in
                        await heard.released()
                        await peer.notify(MCP.Notification(method: "notifications/tools/list_changed"))
                    }
                )
            }
        }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                let session = try await session(address, pool, version: version)
                let said = Posting(
                    body: #"{"jsonrpc":"2.0","method":"notifications/roots/list_changed"}"#,
                    fields: ["Mcp-Session-Id": session]
                )
                let accepted = try await said.send(to: address, over: pool)
                #expect(accepted.status == 202)
                let listening = try await pool.exchange(HTTPCall(.get, address, fields: fields(session)))
                #expect(listening.status == 200)
                let seen = try await events(listening) { !$0.data.isEmpty }
                #expect(seen.first?.data.isEmpty == (version == "2025-11-25"), "older clients take no empty event")
                let message = try JSONValue(parsing: try #require(seen.last).data)
                #expect(message["method"] == "notifications/tools/list_changed")
            }
        }
    }

    @Test(
        "answer a batch of 2025-03-26 together, and no other revision's",
        arguments: [("2025-03-26", 200), ("2025-06-18", 400)]
    )
    func batch(version: String, status: Int) async throws {
        try await withEndpoint(TestService.settings()) { address in
            try await HTTPPool.with { pool in
                let session = try await session(address, pool, version: version)
                let body =
                    #"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/x"},"#
                    + #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":{}}}]"#
                let posting = Posting(body: body, fields: ["Mcp-Session-Id": session])
                let answer = try await posting.send(to: address, over: pool)
                #expect(answer.status == status)
                guard status == 200 else { return }
                let ids = try JSONValue(parsing: answer.body).arrayValue?.compactMap { $0["id"]?.intValue }
                #expect(ids?.sorted() == [1, 2])
            }
        }
    }

    @Test("refuse an id in use and a header of another era in a session")
    func refusals() async throws {
        let log = CallLog()
        let settings = TestService.settings(log: log) { $0.patience = .milliseconds(1) }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                let session = try await session(address, pool)
                let call = HTTPCall(.post, address, fields: fields(session), body: waitCall(5))
                let begun = try await pool.exchange(call)
                await log.awaits("begun")
                let second = try await pool.exchange(call)
                #expect(second.status == 400)
                log.release()
                _ = try await events(begun)

                let ping = EndpointRequestTests.request("ping", "")
                for (version, status) in [("2025-06-18", 200), ("nonsense", 400)] {
                    let posting = Posting(
                        body: ping,
                        fields: ["Mcp-Session-Id": session, "MCP-Protocol-Version": version]
                    )
                    let answer = try await posting.send(to: address, over: pool)
                    #expect(answer.status == status)
                }
            }
        }
    }

    @Test("bound the number of sessions: the idlest makes room")
    func sessionLimit() async throws {
        try await withEndpoint(TestService.settings { $0.sessionLimit = 2 }) { address in
            try await HTTPPool.with { pool in
                var ids: [String] = []
                for _ in 0..<3 { ids.append(try await session(address, pool)) }
                var statuses: [Int] = []
                for id in ids {
                    let ping = Posting(body: EndpointRequestTests.request("ping", ""), fields: ["Mcp-Session-Id": id])
                    statuses.append(try await ping.send(to: address, over: pool).status)
                }
                #expect(statuses == [404, 200, 200])
            }
        }
    }

    @Test("end by themselves when nobody has used them for long, though nobody says that he goes")
    func abandonedSession() async throws {
        let settings = TestService.settings { $0.sessionIdleBound = .milliseconds(400) }
        let endpoint = MCPEndpoint(settings, clock: ContinuousClock())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await endpoint.run() }
            let opened = HTTPSession(
                identity: "",
                peer: .init(
                    revision: .june2025,
                    capabilities: ClientCapabilities(),
                    info: Implementation(name: "test", version: "1")
                ),
                settings: settings,
                now: endpoint.time.elapsed
            )
            #expect(endpoint.sessions.add(opened, now: endpoint.time.elapsed).isEmpty)
            while endpoint.sessionCount > 0 { try await ContinuousClock().sleep(for: .milliseconds(5)) }
            group.cancelAll()
        }
    }
}
