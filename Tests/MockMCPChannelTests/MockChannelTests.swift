import JSON
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Testing
import TestSupport

@Suite("A mock over a channel in memory")
struct MockChannelTests {
    @Test("serves our own client in each revision", .timeLimit(.minutes(1)), arguments: ProtocolRevision.allCases)
    func serves(revision: ProtocolRevision) async throws {
        let run = await withMock(in: revision) { client in try await client.listTools().map(\.name) }
        #expect(try run.outcome.get() == ["echo", "add", "clock", "slow", "fail", "note"])
        #expect(run.violations == [])
    }

    @Test("lets its client see a fault as it is", .timeLimit(.minutes(1)))
    func fault() async throws {
        let server = try MockServer.sample.failing("call-error=-32050")
        let run = await withMock(server) { client in
            await client.outcome(of: "tools/call", params: ["name": "clock"])
        }
        guard case .error(let error) = try run.outcome.get() else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(error.code == -32050)
    }

    @Test("takes the time of its clock", .timeLimit(.minutes(1)))
    func slowTool() async throws {
        let server = MockServer("x").offering(MockTool("wait").after(.milliseconds(20)))
        let run = await withMock(server) { client in
            await client.outcome(of: "tools/call", params: ["name": "wait"])
        }
        guard case .result = try run.outcome.get() else {
            Issue.record("\(run.outcome)")
            return
        }
    }

    @Test(
        "says how it ended",
        .timeLimit(.minutes(1)),
        arguments: [
            ("wrong-id", MockExit.code(0)), ("unclean-exit=3", .code(3)), ("crash=5", .signal(11)),
        ]
    )
    func endings(fault: String, expected: MockExit) async throws {
        let server = try MockServer.sample.failing(fault)
        let judge = WireJudge(excusing: WireExcuse.of(server.writtenFaults))
        defer { judge.report() }
        let (ours, theirs) = judge.pair()
        async let exit = server.serve(over: theirs, clock: ContinuousClock())
        try await ours.send(Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8))
        ours.close()
        #expect(await exit == expected)
    }

    @Test("stops when its task is cancelled", .timeLimit(.minutes(1)))
    func cancellation() async {
        let (_, theirs) = MemoryChannel.pair()
        let exit = await withTaskGroup { group in
            group.addTask { await MockServer.sample.serve(over: theirs, clock: ContinuousClock()) }
            group.cancelAll()
            return await group.next() ?? .code(-1)
        }
        #expect(exit == nil)
    }

    private func withMock<Value: Sendable>(
        _ server: MockServer = .sample,
        in revision: ProtocolRevision = .latest,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: @Sendable (Client) async throws -> Value
    ) async -> ClientRun<Value> {
        let judge = WireJudge(excusing: WireExcuse.of(server.writtenFaults))
        let (ours, theirs) = judge.pair()
        let run = await withTaskGroup { group in
            group.addTask { _ = await server.serve(over: theirs, clock: ContinuousClock()) }
            return await withClient(
                over: ours,
                configuration: ClientConfiguration(
                    info: Implementation(name: "test", version: "1"),
                    offer: .only(revision),
                    bounds: .patient
                ),
                clock: ContinuousClock(),
                body
            )
        }
        judge.report(sourceLocation: sourceLocation)
        return run
    }
}
