import HTTPTestSupport
import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization
import TestSupport
import Testing

@testable import MCPHTTP

@Suite("Many requests, and much data", .serialized, .timeLimit(.minutes(3)))
struct LoadTests {
    @Test(
        "10,000 requests in flight over one pool are each given their own answer",
        arguments: [.modern, .legacy] as [RevisionOffer]
    )
    func inFlight(offer: RevisionOffer) async throws {
        let settings = TestService.settings { $0.patience = .seconds(60) }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                var configuration = EndToEndTests.configuration(offer)
                configuration.bounds.request = .seconds(120)
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address, listens: false),
                    exchanger: pool,
                    configuration: configuration,
                    clock: ContinuousClock()
                ) { client, channel in
                    // What is kept for good is there after the first thousand.
                    try await Self.callAll(client, 1_000)
                    let before = (MemoryInUse.allocatedBytes, MemoryInUse.residentBytes)
                    let start = ContinuousClock.now
                    try await Self.callAll(client, LoadSize.requests)
                    let time = ContinuousClock.now - start
                    // An answer reaches its caller a moment before its stream is put away.
                    let count = { channel.state.withLock { $0.inFlight.count } }
                    for _ in 0..<100_000 where count() > 0 { await Task.yield() }
                    #expect(count() == 0)
                    let after = (MemoryInUse.allocatedBytes, MemoryInUse.residentBytes)
                    print(
                        "\(LoadSize.requests) requests over one pool: \(time),",
                        "allocated \((after.0 - before.0) >> 10) KiB more,",
                        "resident \((after.1 - before.1) >> 10) KiB more"
                    )
                    if LoadSize.isFull { #expect(after.0 - before.0 < 8 << 20) }
                }
                #expect(run.run.violations == [])
                try run.run.value
            }
        }
    }

    private static func callAll(_ client: Client, _ count: Int) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                group.addTask {
                    let echo = try await client.callTool("echo", arguments: ["n": .number(JSONNumber(number))])
                    return echo.value["content"]?[0]?["text"] == .string("{\"n\":\(number)}")
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test("a slow reader makes the server wait, and loses nothing")
    func backPressure() async throws {
        let log = CallLog()
        let sent = Mutex(0)
        var settings = TestService.settings(log: log)
        let total = 2_000
        settings.handlers = { _ in
            ServerHandlers { call throws(ErrorObject) in
                guard call.context.method == "tools/call" else { return ["tools": []] }
                for number in 0..<total {
                    let text = String(repeating: "x", count: 20_000)
                    await call.progress(Double(number), message: text)
                    sent.withLock { $0 += 1 }
                }
                return ["content": []]
            }
        }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                let body = EndpointRequestTests.request(
                    "tools/call",
                    #""name":"x","_meta":{"progressToken":1,"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
                        + #""io.modelcontextprotocol/clientCapabilities":{}}"#
                )
                var fields = EndpointRequestTests.list
                fields = ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "x"]
                var all: HTTPFields = [.contentType: "application/json", .accept: "text/event-stream"]
                for (name, value) in fields { all[try #require(HTTPField.Name(name))] = value }
                let reply = try await pool.exchange(HTTPCall(.post, address, fields: all, body: Array(body.utf8)))
                var parser = EventStreamParser()
                var received = 0
                var mostAhead = 0
                for try await piece in reply.body {
                    for case .event in parser.append(piece) {
                        received += 1
                        mostAhead = max(mostAhead, sent.withLock(\.self) - received)
                        // A reader that has other things to do, which go on meanwhile.
                        guard received == 3 else { continue }
                        for _ in 0..<100 {
                            let other = Posting(
                                body: EndpointRequestTests.request("tools/list"),
                                fields: EndpointRequestTests.list
                            )
                            let answer = try await other.send(to: address, over: pool)
                            #expect(answer.status == 200)
                        }
                        mostAhead = max(mostAhead, sent.withLock(\.self) - received)
                    }
                }
                #expect(received == total + 1)
                print("most messages ahead of the reader:", mostAhead)
                #expect(mostAhead < 1_000)
            }
        }
    }
}
