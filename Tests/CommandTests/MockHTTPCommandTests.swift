import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Testing

@Suite("openwork-mock --transport http", .timeLimit(.minutes(1)))
struct MockHTTPCommandTests {
    private func run<Value: Sendable>(
        _ words: [String],
        environment: [String: String] = [:],
        _ body: @escaping @Sendable (_ url: String) async throws -> Value
    ) async throws -> (value: Value, exit: ServerExit) {
        try await MockAddress.run(words, environment: environment, body)
    }

    private static func status(_ url: String, _ token: String?) async throws -> Int {
        let message: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": "initialize",
            "params": [
                "protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": ["name": "me", "version": "1"],
            ],
        ]
        var call = HTTPCall(
            .post,
            try HTTPAddress(url),
            fields: [.contentType: "application/json", .accept: "application/json, text/event-stream"],
            body: message.utf8()
        )
        call.fields[.authorization] = token.map { "Bearer \($0)" }
        return try await HTTPPool.with { pool in try await pool.exchange(call).status }
    }

    @Test("serves the remote server of an integration, and ends in order")
    func integration() async throws {
        let words = [
            "github", "--transport", "http", "--port", "0", "--accept", "GITHUB_PERSONAL_ACCESS_TOKEN=ghp_right",
        ]
        let (statuses, exit) = try await run(words) { url in
            let none = try await Self.status(url, nil)
            let wrong = try await Self.status(url, "ghp_wrong")
            return [none, wrong, try await Self.status(url, "ghp_right")]
        }
        #expect(statuses == [401, 401, 200])
        #expect(exit.status == .code(0))
    }

    @Test("finds the right token in its environment")
    func environment() async throws {
        let variables = ["LINEAR_API_KEY": "lin_right"]
        let (statuses, _) = try await run(["linear", "--transport=http"], environment: variables) { url in
            [try await Self.status(url, "lin_wrong"), try await Self.status(url, "lin_right")]
        }
        #expect(statuses == [401, 200])
    }

    @Test(
        "says what it cannot do, and where it could",
        arguments: [
            (["--fault", "reset"], "fault 'reset': it means nothing over stdio: there is no HTTP. Use it over http"),
            (
                ["--transport", "http", "--fault", "farewell"],
                "fault 'farewell': it means nothing over http: no input ends"
            ),
            (["--transport", "websocket"], "--transport 'websocket' is not spoken here: write stdio or http"),
            (["--port", "8080"], "--port needs --transport http"),
            (["--transport", "http", "--port", "x"], "--port 'x' is none"),
        ]
    )
    func usage(words: [String], message: String) async throws {
        let run = try await ToolRun.of("openwork-mock", words, in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("ends with what its fault asks for")
    func exits() async throws {
        let words = ["--transport", "http", "--fault", "exit-on@method=initialize,code=7"]
        let (_, exit) = try await run(words) { url in try? await Self.status(url, nil) }
        #expect(exit.status == .code(7))
    }

    @Test("ignores SIGTERM where it is told to")
    func stubborn() async throws {
        let (isThere, exit) = try await run(["--transport", "http", "--fault", "ignore-sigterm"]) { url in
            try await Self.status(url, nil)
        }
        #expect(isThere == 200)
        #expect(exit.status == .signal(9))
    }
}
