import JSON
import MCPConnection
import Testing

@Suite("openwork mcp, when its input ends", .timeLimit(.minutes(2)))
struct RoleBridgeTests {
    /// The bridge with these lines as its whole input, what it wrote, and how it left.
    private static func run(_ role: RoleOfAll, _ lines: [JSONValue]) async throws -> (
        answers: [JSONValue], code: ServerExit
    ) {
        let server = StdioServer(
            executable: role.bridge[0],
            arguments: Array(role.bridge.dropFirst()),
            environment: ["HOME": role.daemon.folder.path("")]
        )
        let bounds = TeardownBounds(afterInputClosed: .seconds(40), afterTerminate: .seconds(1))
        let run = try await withServerProcess(server, bounds: bounds, clock: ContinuousClock()) { process in
            for line in lines { try await process.channel.send(line.utf8()) }
            process.channel.close()
            var answers: [JSONValue] = []
            for await case .message(let message) in process.channel.events {
                answers.append(try JSONValue(parsing: message))
            }
            return answers
        }
        return (try run.value, run.exit)
    }

    private static func call(_ id: Int, _ tool: String, modern: Bool) -> JSONValue {
        var params: JSONObject = ["name": .string(tool), "arguments": [:]]
        if modern {
            params["_meta"] = [
                "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                "io.modelcontextprotocol/clientCapabilities": [:],
                "io.modelcontextprotocol/clientInfo": ["name": "test", "version": "1"],
            ]
        }
        return [
            "jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": "tools/call", "params": .object(params),
        ]
    }

    private static let handshake: [JSONValue] = [
        [
            "jsonrpc": "2.0", "id": 0, "method": "initialize",
            "params": [
                "protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": ["name": "test", "version": "1"],
            ],
        ],
        ["jsonrpc": "2.0", "method": "notifications/initialized"],
    ]

    @Test("everything that was asked is answered first, and then it leaves in order", arguments: [true, false])
    func drained(modern: Bool) async throws {
        try await RoleOfAll.with { role in
            let tools = ["old", "new", "old-web", "new-web"].map { "\($0)__test_simple_text" }
            let calls = (0..<40).map { Self.call($0 + 1, tools[$0 % 4], modern: modern) }
            let run = try await Self.run(role, (modern ? [] : Self.handshake) + calls)
            #expect(run.answers.count == calls.count + (modern ? 0 : 1))
            let answered = Set(run.answers.compactMap { $0["id"]?.intValue })
            #expect(answered.isSuperset(of: 1...40))
            #expect(run.answers.allSatisfy { $0["result"] != nil })
            #expect(run.code.status == .code(0))
        }
    }
}
