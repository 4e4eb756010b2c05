import JSON
import MCP
import Testing

@Suite("A server receives messages")
struct ServerSessionReceivingTests {
    @Test("a request of the session's revision reaches the owner", arguments: ProtocolRevision.allCases)
    func called(revision: ProtocolRevision) throws {
        var session = ServerSession.ready(revision)
        let actions = session.received(ServerSession.request(revision, id: "\"x\"", "tools/list"))
        let context = try #require(actions.calls.first)
        #expect(context.id == "x" && context.method == "tools/list" && context.revision == revision)
        #expect(actions.count == 1)
    }

    @Test(
        "a malformed message is refused with the code and id it deserves, and an answer or notification never is",
        arguments: [
            ("hello", -32700, nil), ("", -32700, nil), (#"{"jsonrpc":"2.0","id":1,"id":1}"#, -32700, nil),
            ("42", -32600, nil), ("[]", -32600, nil), (#"{"id":1,"method":"m"}"#, -32600, 1),
            (#"{"jsonrpc":"2.0","id":null,"method":"m"}"#, -32600, nil),
            (#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, -32600, nil),
            (#"{"jsonrpc":"2.0","id":1,"method":1}"#, -32600, 1), (#"{"jsonrpc":"2.0","id":1}"#, -32600, 1),
            (#"{"jsonrpc":"2.0","id":1,"method":"m","params":[]}"#, -32602, 1),
            (#"{"jsonrpc":"2.0","method":"m","params":[]}"#, nil, nil),
            (#"{"jsonrpc":"2.0","id":1,"result":[]}"#, nil, nil),
            (#"{"jsonrpc":"2.0","id":1,"error":"x"}"#, nil, nil),
        ] as [(String, Int?, Int?)]
    )
    func malformed(line: String, code: Int?, id: Int?) {
        for revision in ProtocolRevision.allCases {
            var session = ServerSession.ready(revision)
            let actions = session.received(line)
            #expect(actions.violations.count == 1)
            #expect(actions.sentErrors == (code.map { [$0] } ?? []))
            #expect(actions.sent.first?["id"]?.intValue == id)
        }
    }

    @Test(
        "an error without an id has null there for the revisions that expect it",
        arguments: ProtocolRevision.allCases
    )
    func nullID(revision: ProtocolRevision) {
        var session = ServerSession.ready(revision)
        let member = session.received("hello").sent.first?["id"]
        #expect(member == (revision < .november2025 ? .null : nil))
    }

    @Test("the legacy handshake runs once, in order")
    func handshake() {
        var session = ServerSession(configuration: .testing(.legacy))
        #expect(session.received(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#).isEmpty)
        let early = session.received(ServerSession.request(.june2025, "tools/list"))
        #expect(early.violations == [.requestBeforeInitialized] && early.sentErrors == [-32600])
        let answer = session.received(ServerSession.initialize("2025-06-18", capabilities: #"{"roots":{}}"#))
        #expect(answer.sent.first?["result"]?["protocolVersion"] == "2025-06-18")
        let between = session.received(ServerSession.request(.june2025, "tools/list"))
        #expect(between.violations == [.requestBeforeInitialized])
        let message = between.sent.first?["error"]?["message"]?.stringValue ?? ""
        #expect(message.contains("notifications/initialized"))
        #expect(session.received(ServerSession.request(.june2025, "ping")).sent.first?["result"] == [:])
        let done = session.received(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
        let client = Implementation(name: "c", version: "1")
        #expect(done == [.initialized(.june2025, ClientCapabilities(["roots": [:]]), client)])
        let again = session.received(ServerSession.initialize("2025-06-18"))
        #expect(again.violations == [.repeatedInitialize] && again.sentErrors == [-32600])
        #expect(session.received(ServerSession.request(.june2025, "tools/list")).calls.count == 1)
    }

    @Test("ping is answered before the handshake")
    func pingFirst() {
        var session = ServerSession(configuration: .testing(.legacy))
        #expect(session.received(ServerSession.request(.june2025, "ping")).sent.count == 1)
    }

    @Test("a dual-era server serves both eras on one connection")
    func bothEras() {
        var session = ServerSession(configuration: .testing())
        #expect(session.received(ServerSession.request(.july2026, id: "1", "tools/list")).calls.count == 1)
        _ = session.received(ServerSession.initialize("2025-03-26"))
        _ = session.received(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
        let calls = [
            session.received(ServerSession.request(.march2025, id: "2", "tools/list")),
            session.received(ServerSession.request(.july2026, id: "3", "tools/list")),
        ].flatMap(\.calls)
        #expect(calls.map(\.revision) == [.march2025, .july2026])
    }

    @Test("discovery is a modern request on any connection of a dual-era server")
    func discoveryAfterHandshake() {
        var session = ServerSession(configuration: .testing())
        _ = session.received(ServerSession.initialize("2025-06-18"))
        _ = session.received(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
        #expect(session.received(ServerSession.request(.june2025, "server/discover")).sentErrors == [-32602])
        let discovery = session.received(ServerSession.request(.july2026, "server/discover"))
        #expect(discovery.sent.first?["result"]?["supportedVersions"] == ["2026-07-28"])
    }

    @Test("before any handshake, a dual-era server says what both kinds of client have to do")
    func neitherEra() {
        var session = ServerSession(configuration: .testing())
        let actions = session.received(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
        #expect(actions.sentErrors == [-32602])
        let message = actions.sent.first?["error"]?["message"]?.stringValue ?? ""
        #expect(message.contains("initialize") && message.contains("protocolVersion"))
    }

    @Test("the id of a request in flight cannot be used again, afterwards it can", arguments: ProtocolRevision.allCases)
    func duplicateID(revision: ProtocolRevision) {
        var session = ServerSession.ready(revision)
        let line = ServerSession.request(revision, "tools/list")
        _ = session.received(line)
        let duplicate = session.received(line)
        #expect(duplicate.violations == [.duplicateRequestID] && duplicate.sentErrors == [-32600])
        #expect(session.respond(to: 7, with: ["tools": []] as JSONObject).sent.count == 1)
        #expect(session.received(line).calls.count == 1)
    }

    @Test("a cancelled call is given up and never answered", arguments: ProtocolRevision.allCases)
    func cancelled(revision: ProtocolRevision) {
        var session = ServerSession.ready(revision)
        _ = session.received(ServerSession.request(revision, "tools/call"))
        let line = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7,"reason":"r"}}"#
        #expect(session.received(line) == [.cancelled(7, reason: "r")])
        #expect(session.received(line).isEmpty)
        #expect(session.respond(to: 7, with: ["content": []] as JSONObject).isEmpty)
        #expect(session.notify(Notification(method: "notifications/message"), during: 7).isEmpty)
    }

    @Test("a cancellation without an id is a violation and is not answered")
    func brokenCancellation() {
        var session = ServerSession.ready(.july2026)
        let actions = session.received(#"{"jsonrpc":"2.0","method":"notifications/cancelled"}"#)
        #expect(actions.violations == [.invalidNotification] && actions.sent.isEmpty)
    }

    @Test("other notifications are the owner's")
    func delivered() {
        var session = ServerSession.ready(.june2025)
        let actions = session.received(#"{"jsonrpc":"2.0","method":"notifications/roots/list_changed"}"#)
        #expect(actions == [.deliver(Notification(method: "notifications/roots/list_changed"))])
    }

    @Test("an answer to nothing is a violation and is not answered")
    func strayAnswer() {
        var session = ServerSession.ready(.june2025)
        let actions = session.received(#"{"jsonrpc":"2.0","id":1,"result":{}}"#)
        #expect(actions.violations == [.unknownResponseID] && actions.sent.isEmpty)
    }

    @Test("a message too long is refused without being read")
    func oversize() {
        var session = ServerSession.ready(.july2026)
        let actions = session.received(.oversize(limitInBytes: 10), excerpt: bytes("{\"json"))
        #expect(actions.violations == [.oversizeMessage] && actions.sentErrors == [-32600])
        #expect(session.received(.truncated, excerpt: []).violations == [.truncatedMessage])
    }
}
