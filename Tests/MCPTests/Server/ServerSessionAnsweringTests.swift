import JSON
import MCP
import Testing

@Suite("A server answers and speaks")
struct ServerSessionAnsweringTests {
    private func called(_ revision: ProtocolRevision, _ method: String = "tools/list") -> ServerSession {
        var session = ServerSession.ready(revision, capabilities: #"{"roots":{}}"#)
        _ = session.received(ServerSession.request(revision, method))
        return session
    }

    @Test("a result goes out as its revision wants it", arguments: ProtocolRevision.allCases)
    func result(revision: ProtocolRevision) throws {
        var session = called(revision)
        let sent = try #require(session.respond(to: 7, with: ["tools": []] as JSONObject).sent.first)
        #expect(sent["id"] == 7)
        let members = try #require(sent["result"]?.objectValue?.keys)
        let expected = ["tools", "resultType", "ttlMs", "cacheScope", "_meta"]
        #expect(members == (revision.era == .modern ? expected : ["tools"]))
    }

    @Test("a call is answered once, by a result or an error", arguments: ProtocolRevision.allCases)
    func once(revision: ProtocolRevision) {
        var session = called(revision)
        #expect(session.respond(to: 7, with: ErrorObject.invalidParams("x")).sentErrors == [-32602])
        #expect(session.respond(to: 7, with: ["tools": []] as JSONObject).isEmpty)
        #expect(session.respond(to: 8, with: ErrorObject.invalidParams("x")).isEmpty)
    }

    @Test("progress is reported to those who asked, while the call lasts")
    func progress() {
        var session = ServerSession.ready(.june2025)
        _ = session.received(
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"_meta":{"progressToken":"t"}}}"#
        )
        _ = session.received(#"{"jsonrpc":"2.0","id":2,"method":"tools/call"}"#)
        #expect(session.progress(of: 1, 1, total: 2).sent.first?["params"]?["progressToken"] == "t")
        #expect(session.progress(of: 2, 1).isEmpty)
        _ = session.respond(to: 1, with: ["content": []] as JSONObject)
        #expect(session.progress(of: 1, 2).isEmpty)
    }

    @Test("a modern notification needs the call it belongs to, a legacy one the handshake")
    func notifications() {
        let changed = Notification(method: "notifications/tools/list_changed")
        var modern = called(.july2026, "subscriptions/listen")
        #expect(modern.notify(changed).isEmpty)
        #expect(modern.notify(changed.onSubscription(7)).sent.count == 1)
        #expect(modern.notify(changed.onSubscription(8)).isEmpty)
        _ = modern.respond(to: 7, with: [:] as JSONObject)
        #expect(modern.notify(changed.onSubscription(7)).isEmpty)
        #expect(ServerSession.ready(.june2025).notify(changed).sent.count == 1)
        var early = ServerSession(configuration: .testing(.legacy))
        #expect(early.notify(changed).isEmpty)
        _ = early.received(ServerSession.initialize("2025-06-18"))
        #expect(early.notify(changed).isEmpty)
        #expect(early.notify(LogMessage(level: .info, data: "x").notification).sent.count == 1)
    }

    @Test("a legacy server may ask for what the client declared", arguments: RevisionOffer.legacy.revisions)
    func request(revision: ProtocolRevision) {
        var session = called(revision)
        let (id, actions) = session.request("roots/list")
        #expect(actions.sent == [["jsonrpc": "2.0", "id": id.json, "method": "roots/list"]])
        let answer = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"roots":[]}}"#)
        #expect(answer == [.complete(id, .result(["roots": []]))])
        let (refused, none) = session.request("sampling/createMessage")
        #expect(none.sent.isEmpty)
        guard case .complete(refused, .notAllowed) = none.first else {
            Issue.record("\(none)")
            return
        }
    }

    @Test("a modern server asks nothing")
    func modernRequest() {
        var session = called(.july2026)
        #expect(session.request("ping").1.sent.isEmpty)
        #expect(session.request("roots/list").1.sent.isEmpty)
    }

    @Test(
        "errors, malformed answers and cancellation end a server's request",
        arguments: ["error", "malformed", "cancel"]
    )
    func ends(how: String) {
        var session = called(.june2025)
        let (id, _) = session.request("roots/list")
        switch how {
        case "error":
            let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-1,"message":"m"}}"#)
            #expect(actions == [.complete(id, .error(ErrorObject(-1, "m")))])
        case "malformed":
            let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":7}"#)
            #expect(actions.violations == [.resultNotAnObject] && actions.count == 2)
        default:
            #expect(session.cancelRequest(id).sent.first?["method"] == "notifications/cancelled")
        }
        #expect(session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#).violations == [.unknownResponseID])
    }

    @Test("after the end of input what is in flight is still answered, then the session is finished")
    func inputEnded() {
        var session = called(.july2026)
        #expect(session.inputEnded().isEmpty)
        let last = session.respond(to: 7, with: ["tools": []] as JSONObject)
        #expect(last.sent.count == 1 && last.last == .finished)
        var idle = ServerSession.ready(.june2025, capabilities: #"{"roots":{}}"#)
        let (id, _) = idle.request("roots/list")
        #expect(idle.inputEnded() == [.complete(id, .lost), .finished])
        #expect(idle.inputEnded().isEmpty)
    }
}
