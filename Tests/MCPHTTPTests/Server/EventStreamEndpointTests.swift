import HTTPTestSupport
import HTTPTypes
import JSON
import MCP
import MCPConnection
import Testing

@testable import MCPHTTP

@Suite("An endpoint in the way of 2024-11-05", .timeLimit(.minutes(1)))
struct EventStreamEndpointTests {
    private func with<Value>(
        _ settings: MCPEndpointSettings,
        _ body: (HTTPAddress, HTTPPool) async throws -> Value
    ) async throws -> Value {
        let endpoint = EventStreamEndpoint(settings, clock: ContinuousClock())
        return try await withServer(endpoint.router(), endpoint, path: "/sse") { address in
            try await HTTPPool.with { pool in try await body(address, pool) }
        }
    }

    @Test("is found, listed, called and asked by a client of every era")
    func session() async throws {
        try await with(TestService.settings()) { address, pool in
            let run = await withJudgedHTTPClient(
                HTTPClientSettings(address: address),
                exchanger: pool,
                configuration: EndToEndTests.configuration(.all, ClientCapabilities(["roots": [:]])),
                clock: ContinuousClock()
            ) { client, channel in
                #expect(channel.transport == .eventStream)
                let tools = try await client.listTools()
                #expect(tools.count == 7)
                let counted = try await client.callTool("count", arguments: ["to": 3]) { _ in }
                #expect(counted.value["content"]?[0]?["text"] == "counted")
            }
            #expect(run.run.violations == [])
            try run.run.value
        }
    }

    @Test("gives calls up when the stream is closed")
    func closed() async throws {
        let log = CallLog()
        try await with(TestService.settings(log: log)) { address, pool in
            let run = await withJudgedHTTPClient(
                HTTPClientSettings(address: address),
                exchanger: pool,
                configuration: EndToEndTests.configuration(.legacy),
                clock: ContinuousClock()
            ) { client, _ in
                await withTaskGroup { group in
                    group.addTask { await client.outcome(of: "tools/call", params: ["name": "wait"]) }
                    await log.awaits("begun")
                    group.cancelAll()
                }
            }
            try run.run.value
            await log.awaits("cancelled")
        }
    }

    @Test("refuses other hosts and unknown connections")
    func refusals() async throws {
        try await with(TestService.settings()) { address, pool in
            let foreign = Posting(body: "", fields: ["Host": "evil.example.com"], method: .get)
            let refused = try await foreign.send(to: address, over: pool)
            #expect(refused.status == 403)
            let unknown = Posting(body: EndpointRequestTests.request("ping", ""))
            let answer = try await unknown.send(to: try address.resolving("/messages?session=x"), over: pool)
            #expect(answer.status == 404)
        }
    }
}
