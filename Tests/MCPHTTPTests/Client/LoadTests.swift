import HTTPTestSupport
import Foundation
import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization
import Testing

@testable import MCPHTTP

@Suite("Many requests, and much data", .serialized, .timeLimit(.minutes(3)))
struct LoadTests {
    /// Requests at a time: all of them where the machine is asked to show what it can.
    static let requests = ProcessInfo.processInfo.environment["OPENWORK_LOAD"] == "full" ? 10_000 : 1_000

    @Test(
        "10,000 requests in flight over one pool are each given their own answer",
        arguments: [.modern, .legacy] as [RevisionOffer]
    )
    func inFlight(offer: RevisionOffer) async throws {
        let settings = TestService.settings { $0.patience = .seconds(60) }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                let before = residentKilobytes()
                let start = ContinuousClock.now
                var configuration = EndToEndTests.configuration(offer)
                configuration.bounds.request = .seconds(120)
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address, listens: false),
                    exchanger: pool,
                    configuration: configuration,
                    clock: ContinuousClock()
                ) { client, _ in
                    try await withThrowingTaskGroup(of: Bool.self) { group in
                        for number in 0..<Self.requests {
                            group.addTask {
                                let echo = try await client.callTool(
                                    "echo",
                                    arguments: ["n": .number(JSONNumber(number))]
                                )
                                return echo.value["content"]?[0]?["text"] == .string("{\"n\":\(number)}")
                            }
                        }
                        for try await isRight in group { #expect(isRight) }
                    }
                }
                #expect(run.run.violations == [])
                try run.run.value
                print(
                    "\(Self.requests) requests: \(ContinuousClock.now - start), resident \(before) KiB before,",
                    "\(residentKilobytes()) KiB after"
                )
            }
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

func residentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0.filter(\.isNumber)) } ?? 0
}
