import HTTPTestSupport
import Hummingbird
import JSON
import Logging
import MCP
import MCPConnection
import MCPHTTP
import MockVendors
@testable import Skills
import Testing
import TestSupport

@Suite("A skill over HTTP", .timeLimit(.minutes(2)))
struct SkillTransportTests {
    @Test("is listed and called like any server, in both eras", arguments: [ProtocolRevision.november2025, .latest])
    func http(revision: ProtocolRevision) async throws {
        let skill = try #require(SkillLibrary.skill("discord"))
        let vendor = ScriptedExchanger(VendorAnswer(401, #"{"message":"401: Unauthorized","code":0}"#))
        let server = SkillServer(skill, values: ["DISCORD_BOT_TOKEN": "some-bot-token"], vendor)
        let (names, result) = try await withEndpoint(server, revision) { client in
            (try await client.listTools().map(\.name), try await client.callTool("discord_check_token"))
        }
        #expect(names == skill.tools.map(\.name))
        let answer = try CallToolResult(json: result.value)
        #expect(answer.isError)
        #expect(answer.text.hasPrefix("credential_invalid: Discord refuses the credential: 401: Unauthorized"))
        #expect(result.value["_meta"]?[ToolAnswer.outcomeKey]?["status"] == 401)
    }

    private func withEndpoint<Value: Sendable>(
        _ server: SkillServer,
        _ revision: ProtocolRevision,
        _ body: @escaping @Sendable (Client) async throws -> Value
    ) async throws -> Value {
        let endpoint = MCPEndpoint(
            MCPEndpointSettings(configuration: server.configuration(), handlers: { _ in server.handlers }),
            clock: ContinuousClock()
        )
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await endpoint.run() }
            defer { group.cancelAll() }
            let judges = EndpointJudges()
            defer { judges.report() }
            return try await withLoopback(judges.over(endpoint.router().buildResponder()), logger: logger) { port in
                try await HTTPPool.with { pool in
                    let run = await withJudgedHTTPClient(
                        HTTPClientSettings(address: try HTTPAddress("http://127.0.0.1:\(port)/mcp")),
                        exchanger: pool,
                        configuration: ClientConfiguration(
                            info: Implementation(name: "test", version: "1"),
                            offer: .only(revision),
                            bounds: .patient
                        ),
                        clock: ContinuousClock()
                    ) { client, _ in try await body(client) }
                    return try run.run.outcome.get()
                }
            }
        }
    }
}
