import JSON
import MCP
import MockMCP
import Testing
import TestSupport

/// A conversation with a mock in virtual time: says lines, moves the clock, and keeps everything that came back.
struct Talk {
    private(set) var session: MockSession
    /// All effects so far, in order.
    private(set) var effects: [MockEffect] = []
    private(set) var now = Duration.zero
    private var lastID = 0
    private let judge: WireJudge
    private var written: [UInt8] = []

    /// A session that has been started.
    init(
        _ server: MockServer = .sample,
        judging directions: Set<WireDirection> = [.serverToClient],
        excusing excuses: [WireExcuse] = []
    ) {
        session = MockSession(server)
        judge = WireJudge(directions, excusing: WireExcuse.of(server.writtenFaults) + excuses)
        session.start()
        collect()
    }

    /// The sample with one fault or several.
    init(faults: String..., server: MockServer = .sample, seed: UInt64 = 1) throws {
        let read = try faults.map { try FaultCatalogue.all.fault(writtenAs: $0) }
        self.init(server.failing(read).seeded(seed))
    }

    /// Sends one line and gives what came back at once.
    @discardableResult
    mutating func say(_ line: String) -> Reply {
        let before = effects.count
        judge.see(Array(line.utf8), .clientToServer)
        session.receive(Array((line + "\n").utf8), at: now)
        collect()
        return Reply(effects: Array(effects[before...]))
    }

    /// Sends a request under the next number.
    @discardableResult
    mutating func ask(_ method: String, _ params: JSONObject? = nil) -> Reply {
        lastID += 1
        var message: JSONObject = ["jsonrpc": "2.0", "id": .number(JSONNumber(lastID)), "method": .string(method)]
        message["params"] = params.map { .object($0) }
        return say(JSONValue.object(message).text())
    }

    /// The same in the stateless era.
    @discardableResult
    mutating func askModern(_ method: String, _ params: JSONObject = [:]) -> Reply {
        var params = params
        params["_meta"] = [
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities": [:],
        ]
        return ask(method, params)
    }

    /// Shakes hands in a legacy revision.
    @discardableResult
    mutating func open(_ revision: String = "2025-11-25", capabilities: JSONObject = [:]) -> Reply {
        let reply = ask(
            "initialize",
            [
                "protocolVersion": .string(revision), "capabilities": .object(capabilities),
                "clientInfo": ["name": "test", "version": "1"],
            ]
        )
        let rest = say(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
        return Reply(effects: reply.effects + rest.effects)
    }

    /// Lets time pass and gives what came in it.
    @discardableResult
    mutating func wait(_ time: Duration) -> Reply {
        let before = effects.count
        now += time
        collect()
        return Reply(effects: Array(effects[before...]))
    }

    /// Closes the input and gives what followed at once.
    mutating func close() -> Reply {
        let before = effects.count
        session.endInput(at: now)
        collect()
        return Reply(effects: Array(effects[before...]))
    }

    /// Sends SIGTERM and gives what followed at once.
    mutating func terminate() -> Reply {
        let before = effects.count
        session.terminate(at: now)
        collect()
        return Reply(effects: Array(effects[before...]))
    }

    private mutating func collect() {
        let new = session.due(at: now)
        effects += new
        // Only what ends is a message: the rest of one may come later, or never.
        written += Reply(effects: new).bytes
        while let end = written.firstIndex(of: UInt8(ascii: "\n")) {
            judge.see(Array(written[..<end]), .serverToClient)
            written.removeSubrange(...end)
        }
        judge.reportNew()
    }
}
