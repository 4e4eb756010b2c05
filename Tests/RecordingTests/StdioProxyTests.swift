import Fixtures
import JSON
import MCP
import MCPConnection
import Recording
import Redaction
import Testing
import TestSupport

@Suite("Standing between a client and a server over pipes", .timeLimit(.minutes(1)))
struct StdioProxyTests {
    private static let header = FixtureHeader(kind: .session, recordedAt: CalendarDay(daysSinceEpoch: 20_000))

    /// Lets the body speak to the proxy, and says what was recorded.
    private static func recorded(
        _ server: StdioServer,
        _ body: @escaping @Sendable (any MessageChannel) async -> Void
    ) async throws -> (Fixture, ServerExit) {
        let (ours, theirs) = MemoryChannel.pair()
        let tape = Tape(Scrubber(), clock: ContinuousClock())
        async let exit = StdioProxy(tape: tape).run(server, client: theirs, clock: ContinuousClock())
        await body(ours)
        let ending = try await exit
        ours.abandon()
        return (try Fixture(parsing: try tape.finished(header)), ending)
    }

    @Test("every byte of a message passes as it came, and both sides are taken down")
    func bytes() async throws {
        let shell = StdioServer(executable: "/bin/cat", environment: ["PATH": "/usr/bin:/bin"])
        let odd = Array(#"{ "b":1,  "a":[ 1.50 ]} "#.utf8)
        let (fixture, exit) = try await Self.recorded(shell) { channel in
            try? await channel.send(odd)
            var events = channel.events.makeAsyncIterator()
            #expect(await events.next() == .message(odd))
            channel.close()
        }
        #expect(exit.status == .code(0))
        #expect(fixture.entries.map(\.from) == [.client, .server, .exit])
        #expect(fixture.entries[0].message == ["b": 1, "a": [1.5]])
    }

    @Test("a server that dies in the middle leaves a recording that says so")
    func crash() async throws {
        let shell = StdioServer(
            executable: "/bin/sh",
            arguments: ["-c", "read line; echo oops >&2; exit 3"],
            environment: ["PATH": "/usr/bin:/bin"]
        )
        let (fixture, exit) = try await Self.recorded(shell) { channel in
            try? await channel.send(Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8))
            for await _ in channel.events {}
        }
        #expect(exit.status == .code(3))
        #expect(fixture.entries.map(\.from) == [.client, .stderr, .exit])
        #expect(fixture.entries.last?.message == ["code": 3, "ending": "byItself"])
        #expect(CueBook(fixture).cues.first?.exitCode == 3)
    }

    @Test("our own client does not notice the proxy")
    func session() async throws {
        let server = try Stage.server("openwork-mock", [])
        let (fixture, _) = try await Self.recorded(server) { channel in
            let judge = WireJudge()
            defer { judge.report() }
            let run = await withClient(
                over: JudgedChannel(channel, sending: .clientToServer, hearsBoth: true, judge: judge),
                configuration: Stage.configuration(.all),
                clock: ContinuousClock()
            ) { client in try await client.listTools().count }
            #expect((try? run.value) ?? 0 > 2)
        }
        #expect(CueBook(fixture).tools?.isEmpty == false)
    }
}
