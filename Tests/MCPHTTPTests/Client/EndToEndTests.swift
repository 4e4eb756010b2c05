import HTTPTestSupport
import HTTPTypes
import HummingbirdCore
import JSON
import MCP
import MCPConnection
import Synchronization
import Testing
import TestSupport

@testable import MCPHTTP

/// Our client with our server over a real socket.
@Suite("Client and endpoint", .timeLimit(.minutes(1)))
struct EndToEndTests {
    static func configuration(_ offer: RevisionOffer, _ capabilities: ClientCapabilities = .none) -> ClientConfiguration
    {
        ClientConfiguration(
            info: Implementation(name: "test", version: "1"),
            capabilities: capabilities,
            offer: offer,
            bounds: .patient
        )
    }

    private func with<Value>(
        client offer: RevisionOffer,
        capabilities: ClientCapabilities = .none,
        server settings: MCPEndpointSettings,
        handlers: ClientHandlers = .none,
        adjust: (inout HTTPClientSettings) -> Void = { _ in },
        _ body: (Client, HTTPChannel) async throws -> Value
    ) async throws -> HTTPRun<Value> {
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                var settings = HTTPClientSettings(address: address)
                adjust(&settings)
                return await withJudgedHTTPClient(
                    settings,
                    exchanger: pool,
                    configuration: Self.configuration(offer, capabilities),
                    handlers: handlers,
                    clock: ContinuousClock()
                ) { client, channel in try await body(client, channel) }
            }
        }
    }

    @Test(
        "agree on era and revision as the matrix of basic/versioning says",
        arguments: [
            (.modern, .modern, .july2026), (.modern, .legacy, nil), (.all, .modern, .july2026),
            (.all, .legacy, .november2025), (.legacy, .modern, nil), (.legacy, .all, .november2025),
            (.legacy, .legacy, .november2025), (.all, .all, .july2026),
        ] as [(RevisionOffer, RevisionOffer, ProtocolRevision?)]
    )
    func matrix(client: RevisionOffer, server: RevisionOffer, revision: ProtocolRevision?) async throws {
        let run = try await with(client: client, server: TestService.settings(server)) { client, _ in
            _ = try await client.listTools()
            return client.server.revision
        }
        #expect((try? run.run.value) == revision)
        #expect(run.run.violations == [])
        guard revision == nil else { return }
        #expect(throws: ConnectFailure.self) { try run.run.value }
    }

    @Test("carry calls, progress and large answers in every revision", arguments: ProtocolRevision.allCases)
    func calls(revision: ProtocolRevision) async throws {
        let run = try await with(client: .only(revision), server: TestService.settings()) { client, _ in
            let tools = try await client.listTools()
            #expect(tools.count == 7)
            let steps = Mutex<[Double]>([])
            let counted = try await client.callTool("count", arguments: ["to": 5]) { progress in
                steps.withLock { $0.append(progress.progress) }
            }
            #expect(counted.value["content"]?[0]?["text"] == "counted")
            #expect(steps.withLock(\.self) == [1, 2, 3, 4, 5])
            let big = try await client.callTool("big", arguments: ["bytes": 300_000])
            #expect(big.value["content"]?[0]?["text"]?.stringValue?.utf8.count == 300_000)
            let query = try await client.callTool("query", arguments: ["region": "żółw\n", "limit": 3])
            #expect(query.value["content"]?[0]?["text"] == #"{"region":"żółw\n","limit":3}"#)
            return client.server.revision
        }
        #expect(try run.run.value == revision)
        #expect(run.run.violations == [])
        #expect(run.fault == nil)
    }

    @Test(
        "let a legacy server ask on the stream of the very call",
        arguments: [.june2025, .november2025] as [ProtocolRevision]
    )
    func serverRequest(revision: ProtocolRevision) async throws {
        let handlers = ClientHandlers { request in
            .success(["action": "accept", "content": ["asked": .string(request.method)]])
        }
        let run = try await with(
            client: .only(revision),
            capabilities: ClientCapabilities(["elicitation": [:]]),
            server: TestService.settings(),
            handlers: handlers,
            adjust: { $0.listens = false }
        ) { client, _ in
            try await withThrowingTaskGroup(of: JSONValue?.self) { group in
                for _ in 0..<10 {
                    group.addTask { try await client.callTool("ask").value["content"]?[0]?["text"] }
                }
                for try await text in group {
                    #expect(text == #"{"action":"accept","content":{"asked":"elicitation/create"}}"#)
                }
            }
        }
        #expect(run.run.violations == [])
        try run.run.value
    }

    @Test("cancel a modern request by closing its stream", arguments: [Duration.zero, .seconds(100)])
    func modernCancellation(patience: Duration) async throws {
        let log = CallLog()
        let settings = TestService.settings(log: log) { $0.patience = patience }
        let run = try await with(client: .modern, server: settings) { client, _ in
            await withTaskGroup { group in
                group.addTask { await client.outcome(of: "tools/call", params: ["name": "wait", "arguments": [:]]) }
                await log.awaits("begun")
                group.cancelAll()
                await log.awaits("cancelled")
                for await outcome in group { #expect(outcome == .cancelled) }
            }
            _ = try await client.callTool("echo")
        }
        #expect(run.run.violations == [])
        try run.run.value
    }

    @Test("cancel a legacy request with a notification")
    func legacyCancellation() async throws {
        let log = CallLog()
        let run = try await with(client: .only(.november2025), server: TestService.settings(log: log)) { client, _ in
            await withTaskGroup { group in
                group.addTask { await client.outcome(of: "tools/call", params: ["name": "wait", "arguments": [:]]) }
                await log.awaits("begun")
                group.cancelAll()
                await log.awaits("cancelled")
            }
            _ = try await client.callTool("echo")
        }
        #expect(run.run.violations == [])
        try run.run.value
    }

    @Test("keep a subscription open, acknowledged first and quiet in between, until the client closes it")
    func subscription() async throws {
        let log = CallLog()
        let settings = TestService.settings(log: log) {
            $0.keepAlive = .milliseconds(20)
            $0.patience = .milliseconds(20)
        }
        let run = try await with(client: .modern, server: settings) { client, _ in
            await withTaskGroup(of: RequestOutcome.self) { group in
                group.addTask {
                    await client.outcome(
                        of: "subscriptions/listen",
                        params: ["notifications": ["toolsListChanged": true]],
                        options: RequestOptions(timeLimit: .none)
                    )
                }
                var iterator = client.notifications.makeAsyncIterator()
                let first = await iterator.next()
                #expect(first?.method == "notifications/subscriptions/acknowledged")
                await log.awaits("begun")
                group.cancelAll()
                await log.awaits("cancelled")
            }
        }
        #expect(run.run.violations == [])
        try run.run.value
    }

    @Test(
        "name an answer over the limit, while other requests go on",
        arguments: [.modern, .legacy] as [RevisionOffer]
    )
    func oversized(offer: RevisionOffer) async throws {
        let run = try await with(
            client: offer,
            server: TestService.settings(),
            adjust: { $0.limits.messageBytes = 100_000 }
        ) { client, channel in
            async let other = client.callTool("big", arguments: ["bytes": 50_000])
            let outcome = await client.outcome(
                of: "tools/call",
                params: ["name": "big", "arguments": ["bytes": 1_000_000]]
            )
            guard case .error(let error) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(channel.fault(behind: error) == .oversized(limitInBytes: 100_000))
            let small = try await other.value["content"]?[0]?["text"]?.stringValue
            #expect(small?.count == 50_000)
        }
        try run.run.value
    }

    @Test("keep two callers' sessions apart, and tell handlers who calls")
    func identity() async throws {
        let identify: @Sendable (HTTPRequestAlias) -> String = { $0.headers[.authorization] ?? "nobody" }
        try await withEndpoint(TestService.settings(), identify: identify) { address in
            try await HTTPPool.with { pool in
                let initialize = Posting(
                    body: EndpointRequestTests.request(
                        "initialize",
                        #""protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"x","version":"1"}"#
                    ),
                    fields: ["Authorization": "alice"]
                )
                let opened = try await initialize.send(to: address, over: pool)
                let session = try #require(opened.fields[MCPField.sessionID])
                #expect(session.utf8.allSatisfy { (0x21...0x7E).contains($0) })
                let ping = EndpointRequestTests.request("ping", "")
                let hers = Posting(body: ping, fields: ["Authorization": "alice", "Mcp-Session-Id": session])
                #expect(try await hers.send(to: address, over: pool).status == 200)
                let his = Posting(body: ping, fields: ["Authorization": "bob", "Mcp-Session-Id": session])
                #expect(try await his.send(to: address, over: pool).status == 404)

                let end = Posting(
                    body: "",
                    fields: ["Authorization": "alice", "Mcp-Session-Id": session],
                    method: .delete
                )
                #expect(try await end.send(to: address, over: pool).status == 204)
                #expect(try await hers.send(to: address, over: pool).status == 404)
            }
        }
    }

    @Test("open a session again when the server forgot it, without anybody above noticing")
    func forgottenSession() async throws {
        let settings = TestService.settings()
        let endpoints = Mutex<MCPEndpoint?>(nil)
        try await withEndpoint(settings, onStart: { endpoint in endpoints.withLock { $0 = endpoint } }) { address in
            try await HTTPPool.with { pool in
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address),
                    exchanger: pool,
                    configuration: Self.configuration(.legacy),
                    clock: ContinuousClock()
                ) { client, _ in
                    _ = try await client.callTool("echo")
                    for session in endpoints.withLock({ $0?.sessions.removeAll() }) ?? [] { session.end() }
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<5 { group.addTask { _ = try await client.callTool("echo") } }
                        try await group.waitForAll()
                    }
                }
                #expect(run.run.violations == [])
                try run.run.value
            }
        }
    }
}
