import JSON
import MCP
import Testing

@Suite("A client opens a connection")
struct ClientSessionOpeningTests {
    private static let end = ConnectionEnd.exited(status: 1)

    @Test("with both eras on offer it probes with server/discover, and carries what a modern request must")
    func probes() throws {
        var session = ClientSession(configuration: .testing(capabilities: ClientCapabilities(["roots": [:]])))
        let actions = session.opened()
        let request = try #require(actions.sent.first)
        #expect(request["method"] == "server/discover")
        #expect(
            request["params"]?["_meta"] == [
                "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                "io.modelcontextprotocol/clientInfo": ["name": "test-client", "version": "1"],
                "io.modelcontextprotocol/clientCapabilities": ["roots": [:]],
            ]
        )
        #expect(actions.contains(.setTimer(.start, .seconds(30))))
        #expect(actions.contains(.setTimer(.probe, .seconds(2))))
    }

    @Test("pinned to a legacy revision it does not probe", arguments: RevisionOffer.legacy.revisions)
    func pinnedLegacy(revision: ProtocolRevision) throws {
        var session = ClientSession(configuration: .testing(.only(revision)))
        let actions = session.opened()
        #expect(actions.sentMethods == ["initialize"])
        #expect(actions.sent.first?["params"]?["protocolVersion"] == .string(revision.rawValue))
        #expect(actions.contains(.setTimer(.handshake, .seconds(10))))
    }

    @Test("silence on the probe leads to initialize on the same process; a late answer is no violation")
    func silence() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        let fallback = session.timerFired(.probe)
        #expect(fallback.sentMethods == ["initialize"])
        #expect(fallback.sent.first?["params"]?["protocolVersion"] == "2025-11-25")
        let late = #"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}}"#
        #expect(session.received(late).isEmpty)
        let ready = session.received(ClientSession.initialization("2025-11-25", id: 2)).ready
        #expect(ready?.revision == .november2025)
        #expect(ready?.evidence == .probeSilent(after: .seconds(2)))
        #expect(session.received(ClientSession.discovery(["2026-07-28"])).isEmpty)
    }

    @Test("an exit on the probe asks for a fresh process, which is not probed again")
    func exitOnProbe() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        let actions = session.closed(Self.end)
        #expect(actions.contains(.respawn))
        #expect(actions.failure == nil)
        #expect(session.closed(.closedByUs).failure == .ended(.closedByUs, during: .initialize))
    }

    @Test("after the respawn initialize goes on, and a second exit fails")
    func exitAfterRespawn() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        _ = session.closed(Self.end)
        #expect(session.closed(Self.end).isEmpty)
        #expect(session.opened().sentMethods == ["initialize"])
        #expect(session.closed(Self.end).failure == .ended(Self.end, during: .initialize))
    }

    @Test("a server that answers the probe and then exits gets one fresh process too")
    func exitAfterRefusal() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        let refusal = #"{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"Invalid request parameters"}}"#
        #expect(session.received(refusal).sentMethods == ["initialize"])
        #expect(session.closed(Self.end).contains(.respawn))
        _ = session.opened()
        let ready = session.received(ClientSession.initialization("2025-06-18", id: 3)).ready
        #expect(ready?.revision == .june2025)
    }

    @Test("a probe that wedged a silent server costs it one respawn when initialize is not answered either")
    func wedged() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        _ = session.timerFired(.probe)
        #expect(session.timerFired(.handshake).contains(.respawn))
        #expect(session.opened().sentMethods == ["initialize"])
        #expect(session.timerFired(.handshake).failure == .handshakeTimedOut(after: .seconds(10)))
    }

    @Test("a server that refused the probe and then hangs was not wedged by it, and gets no second process")
    func hangsAfterRefusal() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        _ = session.received(#"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}"#)
        #expect(session.timerFired(.handshake).failure == .handshakeTimedOut(after: .seconds(10)))
    }

    @Test("without a respawn left, an exit on the probe fails")
    func noRespawnLeft() {
        var session = ClientSession(configuration: .testing(respawnLimit: 0))
        _ = session.opened()
        #expect(session.closed(Self.end).failure == .ended(Self.end, during: .probe))
    }

    @Test("a modern-only client neither falls back nor asks for a respawn")
    func modernOnly() {
        var silent = ClientSession(configuration: .testing(.modern))
        _ = silent.opened()
        #expect(silent.timerFired(.probe).failure == .probeTimedOut(after: .seconds(2)))
        var exited = ClientSession(configuration: .testing(.modern))
        _ = exited.opened()
        #expect(exited.closed(Self.end).failure == .ended(Self.end, during: .probe))
    }

    @Test("the bound for the whole start ends probing, handshake and the wait for a respawn alike")
    func startBound() {
        var probing = ClientSession(configuration: .testing())
        _ = probing.opened()
        var initializing = probing
        _ = initializing.timerFired(.probe)
        var respawning = probing
        _ = respawning.closed(Self.end)
        for var session in [probing, initializing, respawning] {
            let actions = session.timerFired(.start)
            #expect(actions.failure == .startTimedOut(after: .seconds(30)))
            #expect(actions.last == .close)
        }
    }

    @Test("once ready, the timers of the start are cancelled and mean nothing any more")
    func readyCancelsTimers() {
        var session = ClientSession(configuration: .testing())
        _ = session.opened()
        let actions = session.received(ClientSession.discovery(["2026-07-28"]))
        #expect(actions.contains(.cancelTimer(.start)) && actions.contains(.cancelTimer(.probe)))
        for timer in [ClientTimer.start, .probe, .handshake] { #expect(session.timerFired(timer).isEmpty) }
    }

    @Test("closing our side ends everything in flight as cancelled, and once")
    func close() {
        var session = ClientSession.ready(.july2026)
        let (id, _) = session.request("tools/list")
        let actions = session.close()
        #expect(actions.completions == [id: [.cancelled]])
        #expect(actions.last == .close)
        #expect(session.close().isEmpty && session.closed(.closed).isEmpty)
    }
}
