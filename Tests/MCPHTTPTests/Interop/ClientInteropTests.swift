import HTTPTestSupport
import JSON
import MCP
import MCPConnection
import Testing
import TestSupport

@testable import MCPHTTP

@Suite("Our client with servers of others over HTTP", .enabled(if: !PythonPeer.all.isEmpty), .serialized)
struct ClientInteropTests {
    static let modes = ["streamable", "stateless", "json", "sse"]

    @Test("finds the era and the transport, lists and calls", .timeLimit(.minutes(2)), arguments: PythonPeer.all, modes)
    func session(peer: PythonPeer, mode: String) async throws {
        try await peer.withScript(PythonPeer.script("Fixtures/server.py"), arguments: [peer.kind, mode]) { port, _ in
            let address = try HTTPAddress("http://127.0.0.1:\(port)/\(mode == "sse" ? "sse" : "mcp")")
            try await HTTPPool.with { pool in
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address),
                    exchanger: pool,
                    configuration: ClientConfiguration(
                        info: Implementation(name: "test", version: "1"),
                        bounds: .patient
                    ),
                    clock: ContinuousClock()
                ) { client, channel in
                    try await use(client, channel, expects: expected(peer, mode))
                }
                #expect(run.fault == nil)
                #expect(run.run.violations.map(\.description) == [])
                try run.run.value
            }
        }
    }

    private func expected(_ peer: PythonPeer, _ mode: String) -> HTTPEraDetection.Transport {
        mode == "sse" ? .eventStream : peer.isModern ? .modern : .streamable
    }

    private func use(
        _ client: Client,
        _ channel: HTTPChannel,
        expects transport: HTTPEraDetection.Transport
    ) async throws {
        #expect(channel.transport == transport)
        let tools = try await client.listTools()
        #expect(tools.map(\.name).sorted() == ["add", "count", "echo", "fail", "sleep"])

        let sum = try await client.callTool("add", arguments: ["a": 2, "b": 40])
        #expect(sum.value["content"]?[0]?["text"] == "42")

        let text = String(repeating: "zażółć ✓ \n", count: 2_000)
        let echo = try await client.callTool("echo", arguments: ["text": .string(text)])
        #expect(echo.value["content"]?[0]?["text"]?.stringValue == text)

        let failed = try await client.callTool("fail")
        #expect(failed.value["isError"] == true)

        let unknown = await client.outcome(of: "tools/nothing")
        guard case .error(let error) = unknown else {
            Issue.record("\(unknown)")
            return
        }
        #expect(channel.fault(behind: error) == nil, "the server itself answers")

        let waiting = await client.outcome(
            of: "tools/call",
            params: ["name": "sleep", "arguments": ["seconds": 30]],
            options: RequestOptions(timeLimit: .within(.milliseconds(300)))
        )
        #expect(waiting == .timedOut(after: .milliseconds(300)))

        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let sum = try await client.callTool(
                        "add",
                        arguments: ["a": .number(JSONNumber(number)), "b": 1000]
                    )
                    return sum.value["content"]?[0]?["text"] == .string(String(number + 1000))
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}
