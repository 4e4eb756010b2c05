import HTTPTestSupport
import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization
import Testing
import TestSupport

@testable import MCPHTTP

@Suite("A channel over HTTP", .timeLimit(.minutes(1)))
struct HTTPChannelTests {
    static let bounds = HTTPClientBounds(
        delivery: .seconds(5),
        stream: .seconds(5),
        reconnect: ReconnectBounds(firstPause: .milliseconds(1), longestPause: .milliseconds(10), attempts: 3)
    )

    func run<Value>(
        _ exchanger: ScriptedExchanger,
        offer: RevisionOffer = .all,
        remembered: HTTPEraRecord? = nil,
        adjust: (inout HTTPClientSettings) -> Void = { _ in },
        _ body: (Client, HTTPChannel) async throws -> Value
    ) async throws -> HTTPRun<Value> {
        var settings = HTTPClientSettings(
            address: try HTTPAddress("http://server.test/mcp"),
            bounds: Self.bounds,
            listens: false
        )
        adjust(&settings)
        return await withJudgedHTTPClient(
            settings,
            exchanger: exchanger,
            configuration: ClientConfiguration(
                info: Implementation(name: "t", version: "1"),
                offer: offer,
                bounds: .patient
            ),
            remembered: remembered,
            clock: ContinuousClock(),
            body
        )
    }

    /// A modern server that answers the probe, and everything else as the closure says.
    func modern(_ answer: @escaping @Sendable (HTTPCall) async -> HTTPReply) -> ScriptedExchanger {
        ScriptedExchanger { call, _ in
            guard call.rpcMethod == "server/discover" else { return .success(await answer(call)) }
            return .success(.json(200, call.result(HTTPCall.discovery)))
        }
    }

    /// A legacy server with sessions.
    func legacy(
        _ version: String = "2025-11-25",
        sessions: [String] = ["s1"],
        _ answer: @escaping @Sendable (HTTPCall) async -> HTTPReply
    ) -> ScriptedExchanger {
        let opened = Mutex(0)
        return ScriptedExchanger { call, _ in
            switch call.rpcMethod {
            case "server/discover": return .success(.json(400, call.error(-32600)))
            case "initialize":
                let number = opened.withLock { number in
                    defer { number += 1 }
                    return number
                }
                let id = sessions[min(number, sessions.count - 1)]
                return .success(
                    .json(200, call.result(HTTPCall.initialization(version)), fields: ["Mcp-Session-Id": id])
                )
            case "notifications/initialized": return .success(.plain(202))
            default: return .success(await answer(call))
            }
        }
    }

    static func outcome(_ client: Client, _ method: String = "tools/call") async -> RequestOutcome {
        await client.outcome(of: method, params: ["name": "t", "arguments": [:]])
    }

    @Test(
        "names the HTTP fault in the place of an answer",
        arguments: [
            (.plain(500), .status(500, error: nil)), (.plain(401), .unauthorized(status: 401, challenges: [])),
            (
                .plain(200, "<html>", type: "text/html"),
                .notMCP(status: 200, contentType: "text/html", beginning: "<html>")
            ),
            (.events(": nothing\n\n"), .ended), (.events("data: {", breaksOff: true), .ended),
            (.plain(202), .notMCP(status: 202, contentType: nil, beginning: "")),
        ] as [(HTTPReply, HTTPFault)]
    )
    func faults(reply: HTTPReply, fault: HTTPFault) async throws {
        let run = try await run(modern { _ in reply }) { client, channel in
            guard case .error(let error) = await Self.outcome(client) else {
                Issue.record("no error")
                return
            }
            #expect(channel.fault(behind: error) == fault)
        }
        try run.run.value
        #expect(run.run.violations == [])
    }

    @Test("hands on what the server itself says, whatever the status and the id")
    func ownWords() async throws {
        let exchanger = modern { call in .json(400, call.error(-32602, "no", id: "server-error")) }
        let run = try await run(exchanger) { client, channel in
            let outcome = await Self.outcome(client)
            #expect(outcome == .error(ErrorObject(.invalidParams, "no")))
        }
        try run.run.value
    }

    @Test("cannot be made to believe in a fault by a server")
    func forgedFault() async throws {
        let exchanger = modern { call in
            .json(
                200,
                [
                    "jsonrpc": "2.0", "id": call.rpcID ?? nil,
                    "error": ["code": -32000, "message": "x", "data": ["openwork/httpFault": "1-1"]],
                ]
            )
        }
        let run = try await run(exchanger) { client, channel in
            guard case .error(let error) = await Self.outcome(client) else { return }
            #expect(channel.fault(behind: error) == nil)
        }
        try run.run.value
    }

    @Test("lets an answer to another request reach nobody", arguments: [true, false])
    func misplaced(asStream: Bool) async throws {
        let log = CallLog()
        let exchanger = modern { call in
            guard call.rpcMethod == "tools/call" else {
                log.note("held")
                await log.released()
                return .json(200, call.result(["content": ["right"], "resultType": "complete"]))
            }
            // The ids of a session count up, so this is the request before.
            let other = (call.rpcID?.intValue ?? 0) - 1
            let answer: JSONValue = [
                "jsonrpc": "2.0", "id": .number(JSONNumber(other)), "result": ["resultType": "complete"],
            ]
            return asStream ? .events("data: \(answer.text())\n\n") : .json(200, answer)
        }
        let run = try await run(exchanger) { client, channel in
            await withTaskGroup(of: RequestOutcome.self) { group in
                group.addTask { await Self.outcome(client, "prompts/get") }
                await log.awaits("held")
                guard case .error(let error) = await Self.outcome(client) else {
                    Issue.record("an answer")
                    return
                }
                guard case .misplacedAnswer = channel.fault(behind: error) else {
                    Issue.record("\(error)")
                    return
                }
                log.release()
                for await outcome in group {
                    guard case .result(let payload) = outcome else {
                        Issue.record("\(outcome)")
                        return
                    }
                    #expect(payload.value["content"] == ["right"])
                }
            }
        }
        try run.run.value
    }

    @Test("leaves tools with invalid header annotations out of listings, and says which")
    func invalidTools() async throws {
        let exchanger = modern { call in
            .json(
                200,
                call.result([
                    "tools": [
                        ["name": "good", "inputSchema": ["type": "object"]],
                        [
                            "name": "bad",
                            "inputSchema": ["properties": ["a": ["type": "number", "x-mcp-header": "A"]]],
                        ],
                    ],
                    "resultType": "complete", "ttlMs": 0, "cacheScope": "private",
                ])
            )
        }
        let run = try await run(exchanger) { client, channel in
            let tools = try await client.listTools()
            #expect(tools.map(\.name) == ["good"])
            #expect(channel.rejectedTools.map(\.tool) == ["bad"])
        }
        try run.run.value
    }

    @Test("learns new header annotations when the server misses a header, and repeats the call once")
    func refreshedHeaders() async throws {
        let exchanger = modern { call in
            if call.rpcMethod == "tools/list" {
                return .json(
                    200,
                    call.result([
                        "tools": [
                            [
                                "name": "t",
                                "inputSchema": ["properties": ["r": ["type": "string", "x-mcp-header": "R"]]],
                            ]
                        ],
                        "resultType": "complete",
                    ])
                )
            }
            guard call.field("Mcp-Param-R") == "eu" else { return .json(400, call.error(-32020)) }
            return .json(200, call.result(["content": [], "resultType": "complete"]))
        }
        let run = try await run(exchanger) { client, _ in
            try await client.callTool("t", arguments: ["r": "eu"])
        }
        _ = try run.run.value
        #expect(exchanger.calls.map(\.rpcMethod) == ["server/discover", "tools/call", "tools/list", "tools/call"])
    }

    @Test("sends settings and credentials to the origin only, through permanent redirects once")
    func redirect() async throws {
        let exchanger = ScriptedExchanger { call, _ in
            guard call.address.path == "/mcp/" else {
                return .success(.plain(308, fields: ["Location": "/mcp/"]))
            }
            let result =
                call.rpcMethod == "server/discover" ? HTTPCall.discovery : ["content": [], "resultType": "complete"]
            return .success(.json(200, call.result(result)))
        }
        let run = try await run(exchanger, adjust: { $0.fields[.authorization] = "Bearer canary" }) { client, _ in
            try await client.callTool("t")
        }
        _ = try run.run.value
        #expect(exchanger.calls.map(\.address.path) == ["/mcp", "/mcp/", "/mcp/"])
        #expect(exchanger.calls.allSatisfy { $0.fields[.authorization] == "Bearer canary" })
        #expect(exchanger.calls.allSatisfy { $0.field("MCP-Protocol-Version") == "2026-07-28" })
    }
}
