import Fixtures
import HTTPTestSupport
import HTTPTypes
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Redaction
import Testing
import TestSupport

@Suite("Standing between a client and a server over HTTP", .timeLimit(.minutes(1)))
struct HTTPProxyTests {
    @Test(
        "sessions, streams and progress pass, and a credential is taken out",
        arguments: [
            ProtocolRevision.june2025, .july2026,
        ]
    )
    func session(_ revision: ProtocolRevision) async throws {
        let secret = "very-s3cret-value"
        let scrubber = Scrubber([try #require(DeclaredSecret(name: "KEY", value: secret))])
        let tape = Tape(scrubber, clock: ContinuousClock())
        let count = try await Stage.withEverything(.all) { upstream in
            try await HTTPPool.with { pool in
                let proxy = HTTPProxy(
                    try HTTPAddress(upstream),
                    fields: [.authorization: "Bearer \(secret)"],
                    exchanger: pool,
                    tape: tape
                )
                return try await Stage.with { onReady in
                    proxy.application(port: 0, logger: Stage.logger, onReady: onReady)
                } _: { port in
                    let run = await withJudgedHTTPClient(
                        HTTPClientSettings(address: try HTTPAddress("http://127.0.0.1:\(port)/mcp?key=\(secret)")),
                        exchanger: pool,
                        configuration: Stage.configuration(.only(revision)),
                        clock: ContinuousClock()
                    ) { client, _ in
                        _ = try await client.callTool(
                            "test_tool_with_progress",
                            options: RequestOptions(wantsProgress: true)
                        )
                        return try await client.listTools().count
                    }
                    return try run.run.value
                }
            }
        }
        #expect(count > 10)
        let header = FixtureHeader(kind: .session, transport: .http, recordedAt: CalendarDay(daysSinceEpoch: 20_000))
        let text = try tape.finished(header)
        #expect(!SecretDress.gives(away: secret, in: text))
        #expect(text.contains("Bearer <redacted:KEY>"))
        #expect(text.contains("key=<redacted:KEY>"))
        let fixture = try Fixture(parsing: text)
        #expect(Conversation(fixture).announcements.contains("notifications/progress"))
        #expect(CueBook(fixture).tools?.count == count)
    }
}
