import JSON
import MCP
import MCPConnection
import TestSupport
import Testing

@Suite("openwork-mock over its standard streams", .timeLimit(.minutes(1)))
struct MockRevisionsTests {
    @Test("serves a whole session in each revision, without a fault", arguments: ProtocolRevision.allCases)
    func session(revision: ProtocolRevision) async throws {
        let run = try await session(["--revision", revision.rawValue], offer: .only(revision)) { client in
            #expect(client.server.revision == revision)
            #expect(client.server.info?.name == "openwork-mock")
            #expect(try await client.listTools().map(\.name) == ["echo", "add", "clock", "slow", "fail", "note"])
            let sum = try await client.callTool("add", arguments: ["a": 1, "b": 2]).value
            #expect(sum["structuredContent"]?["sum"] == 3 || sum["content"]?[0]?["text"] != nil)
            guard case .error(let error) = await client.outcome(of: "tools/call", params: ["name": "nobody"]) else {
                Issue.record("an unknown tool was called")
                return
            }
            #expect(error.code == -32602)
        }
        try run.value
        #expect(run.violations == [])
        #expect(run.exits.map(\.status) == [.code(0)])
        #expect(run.exits.map(\.isOrderly) == [true])
    }

    @Test("is found by its era", arguments: [("legacy", ProtocolEra.legacy), ("modern", .modern), ("dual", .modern)])
    func eras(spoken: String, era: ProtocolEra) async throws {
        let run = try await session(["--revision", spoken], offer: .all) { $0.server.era }
        #expect(try run.value == era)
        #expect(run.violations == [])
    }

    @Test("serves the tools of a script")
    func script() async throws {
        let folder = try TemporaryFolder()
        let text = #"{"name": "mine", "tools": [{"name": "greet", "answer": {"text": "hello"}}]}"#
        let path = try folder.file("mine.json", text)
        let run = try await session(["--script", path], offer: .all) { client in
            #expect(client.server.info?.name == "mine")
            return try await client.callTool("greet").value["content"]?[0]?["text"]
        }
        #expect(try run.value == "hello")
    }

    private func session<Value>(
        _ arguments: [String],
        offer: RevisionOffer,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: (Client) async throws -> Value
    ) async throws -> ClientRun<Value> {
        let judge = WireJudge()
        defer { judge.report(sourceLocation: sourceLocation) }
        return try await withStdioClient(
            MockProcess.server(arguments),
            configuration: ClientConfiguration(info: Implementation(name: "test", version: "1"), offer: offer),
            teardown: TeardownBounds(afterInputClosed: .seconds(20)),
            tap: judge.tap,
            clock: ContinuousClock(),
            body
        )
    }
}
