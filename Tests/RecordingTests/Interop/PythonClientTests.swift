import Fixtures
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Redaction
import Testing
import TestSupport

@Suite("Somebody else's client on a replay", .enabled(if: !PythonPeer.sdks.isEmpty), .timeLimit(.minutes(2)))
struct PythonClientTests {
    private static func fixture() async throws -> Fixture {
        let tape = Tape(Scrubber(), clock: ContinuousClock())
        let recorder = Recorder(
            .full,
            calls: [
                .init(tool: "test_simple_text"), .init(tool: "test_tool_with_progress"),
                .init(tool: "test_error_handling"),
            ],
            configuration: Stage.configuration(.legacy),
            tape: tape
        )
        try await recorder.record(
            try Stage.server("openwork-mock-everything", ["everything"]),
            clock: ContinuousClock()
        )
        let header = FixtureHeader(kind: .session, recordedAt: CalendarDay(daysSinceEpoch: 20_000))
        return try Stage.judged(try tape.finished(header))
    }

    /// What the script printed.
    private static func seen(_ peer: PythonPeer, _ arguments: [String]) async throws -> JSONValue {
        try await peer.result(of: PythonPeer.script("client.py"), arguments: arguments)
    }

    private static func check(_ seen: JSONValue) {
        #expect(seen["protocol"] == "2025-11-25")
        #expect(seen["tools"]?.intValue ?? 0 > 10)
        #expect(seen["text"] == "This is a simple text response for testing.")
        #expect(seen["slow"] == "Tool with progress executed successfully")
        #expect(seen["steps"] == [0, 50, 100])
        #expect(seen["isError"] == true)
        #expect(seen["refused"]?.stringValue?.contains("nearest recorded one") == true)
    }

    @Test("over pipes", arguments: PythonPeer.sdks)
    func stdio(_ peer: PythonPeer) async throws {
        let folder = try FixtureFolder()
        let file = try folder.file("session.jsonl", try await Self.fixture().text)
        let mock = try #require(BuiltProduct.path(of: "openwork-mock"))
        Self.check(try await Self.seen(peer, ["stdio", mock, "--replay", file]))
    }

    @Test("over HTTP", arguments: PythonPeer.sdks)
    func http(_ peer: PythonPeer) async throws {
        let seen = try await Stage.withReplay(try await Self.fixture()) { address in
            try await Self.seen(peer, ["http", address])
        }
        Self.check(seen)
    }
}

extension PythonPeer {
    /// The official SDK, of either release series.
    fileprivate static let sdks = all.filter { $0.kind == "sdk" }
}
