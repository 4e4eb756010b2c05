import Fixtures
import JSON
import MockMCP
import Testing

@Suite("A recorded server on standard streams")
struct ReplayedServerTests {
    private static func server() -> ReplayedServer {
        ReplayedServer(
            Fixture(
                header: FixtureHeader(kind: .session, recordedAt: CalendarDay(daysSinceEpoch: 0)),
                entries: [
                    FixtureEntry(at: 0, from: .client, message: ["jsonrpc": "2.0", "id": 1, "method": "tools/list"]),
                    FixtureEntry(at: 1, from: .stderr, message: "listing"),
                    FixtureEntry(at: 2, from: .server, message: ["jsonrpc": "2.0", "id": 1, "result": [:]]),
                    FixtureEntry(at: 3, from: .exit, message: ["code": 4, "ending": "closed"]),
                ]
            )
        )
    }

    @Test("a request that comes in pieces is answered when it is whole")
    func pieces() {
        var server = Self.server()
        server.start(at: .zero)
        let line = Array(#"{"jsonrpc":"2.0","id":"x","method":"tools/list"}"#.utf8) + [0x0A]
        server.receive(Array(line[..<20]), at: .zero)
        #expect(server.due(at: .zero).isEmpty)
        server.receive(Array(line[20...]), at: .zero)
        #expect(
            server.due(at: .zero) == [
                .write(Array("listing\n".utf8), to: .standardError),
                .write(Array(#"{"jsonrpc":"2.0","id":"x","result":{}}"#.utf8) + [0x0A], to: .standardOutput),
            ]
        )
    }

    @Test("it ends with the recorded code when the client leaves, and at once when it is told to")
    func ending() {
        var server = Self.server()
        server.endInput(at: .zero)
        #expect(server.due(at: .zero) == [.exit(.code(4))])
        server.terminate(at: .zero)
        #expect(server.due(at: .zero) == [.exit(.signal(15))])
    }
}
