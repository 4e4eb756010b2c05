import JSON
import MCP
import Testing

@Suite("A client hears from the server")
struct ClientSessionServerMessagesTests {
    private func request(_ method: String, id: String = "1") -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{"x":1}}"#
    }

    @Test("ping is answered at once in every legacy revision", arguments: RevisionOffer.legacy.revisions)
    func ping(revision: ProtocolRevision) {
        var session = ClientSession.ready(revision)
        #expect(session.received(request("ping", id: "\"p\"")).sent == [["jsonrpc": "2.0", "id": "p", "result": [:]]])
    }

    @Test("ping is answered during the handshake, anything else refused as too early")
    func beforeReady() {
        var session = ClientSession(configuration: .testing(capabilities: ClientCapabilities(["roots": [:]])))
        _ = session.opened()
        #expect(session.received(request("ping")).sent.first?["result"] == [:])
        let early = session.received(request("roots/list"))
        #expect(early.violations == [.serverMessageBeforeReady])
        #expect(early.sent.first?["error"]?["code"] == -32600)
    }

    @Test(
        "what was declared reaches the owner, and the answer goes back under the server's id",
        arguments: [
            ("roots", "roots/list"), ("sampling", "sampling/createMessage"), ("elicitation", "elicitation/create"),
        ]
    )
    func declared(capability: String, method: String) {
        var session = ClientSession.ready(.november2025, capabilities: ClientCapabilities([capability: [:]]))
        let actions = session.received(request(method, id: "\"s1\""))
        #expect(actions == [.serverRequest(Request(id: "s1", method: method, params: ["x": 1]))])
        #expect(session.received(request(method, id: "\"s1\"")).violations == [.duplicateRequestID])
        let answer = session.respond(to: "s1", with: .success(["ok": true]))
        #expect(answer.sent == [["jsonrpc": "2.0", "id": "s1", "result": ["ok": true]]])
        #expect(session.respond(to: "s1", with: .success([:])).isEmpty)
    }

    @Test(
        "what was not declared is refused and is a violation; what nobody knows is only refused",
        arguments: [("roots/list", [ProtocolViolation.Code.undeclaredClientCapability]), ("x/y", [])]
    )
    func undeclared(method: String, violations: [ProtocolViolation.Code]) {
        var session = ClientSession.ready(.november2025)
        let actions = session.received(request(method))
        #expect(actions.violations == violations)
        #expect(actions.sent.first?["error"]?["code"] == -32601)
    }

    @Test("a server that asks too much at once is refused")
    func tooMany() {
        var configuration = ClientConfiguration.testing(.legacy, capabilities: ClientCapabilities(["roots": [:]]))
        configuration.serverRequestLimit = 1
        var session = ClientSession(configuration: configuration)
        _ = session.opened()
        _ = session.received(ClientSession.initialization("2025-06-18"))
        #expect(session.received(request("roots/list", id: "1")).sent.isEmpty)
        #expect(session.received(request("roots/list", id: "2")).sent.first?["error"]?["code"] == -32603)
        _ = session.respond(to: 1, with: .success([:]))
        #expect(session.received(request("roots/list", id: "3")).sent.isEmpty)
    }

    @Test(
        "in the modern era any request of a server is a violation and gets no answer",
        arguments: ["ping", "roots/list"]
    )
    func modern(method: String) {
        var session = ClientSession.ready(.july2026, capabilities: ClientCapabilities(["roots": [:]]))
        let actions = session.received(request(method))
        #expect(actions.violations == [.serverRequestNotAllowed] && actions.sent.isEmpty)
    }

    @Test("a malformed request of a legacy server is refused under its id, a malformed notification is not answered")
    func malformed() {
        var session = ClientSession.ready(.june2025)
        let refused = session.received(#"{"jsonrpc":"2.0","id":5,"method":"roots/list","params":[]}"#)
        #expect(refused.sent.first?["error"]?["code"] == -32600 && refused.sent.first?["id"] == 5)
        #expect(session.received(#"{"jsonrpc":"2.0","method":"n","params":[]}"#).sent.isEmpty)
    }

    @Test("the server may give up its own request")
    func cancelledByServer() {
        var session = ClientSession.ready(.june2025, capabilities: ClientCapabilities(["roots": [:]]))
        _ = session.received(request("roots/list"))
        let cancellation =
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1,"reason":"r"}}"#
        #expect(session.received(cancellation) == [.serverRequestCancelled(1, reason: "r")])
        #expect(session.received(cancellation).isEmpty)
        #expect(session.respond(to: 1, with: .success([:])).isEmpty)
    }

    @Test("a modern server may cancel a subscription, and nothing else")
    func cancelledSubscription() {
        var session = ClientSession.ready(.july2026)
        let (call, _) = session.request("tools/call")
        let (listen, _) = session.request("subscriptions/listen", options: RequestOptions(timeLimit: .none))
        func cancellation(_ id: RequestID) -> String {
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":\#(id)}}"#
        }
        #expect(session.received(cancellation(call)).violations == [.cancellationNotAllowed])
        #expect(session.received(cancellation(listen)).completions == [listen: [.cancelledByServer(reason: nil)]])
        #expect(session.received(cancellation(listen)).isEmpty)
    }

    @Test("notifications are delivered as they are", arguments: ProtocolRevision.allCases)
    func delivered(revision: ProtocolRevision) {
        var session = ClientSession.ready(revision)
        let line = #"{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}"#
        let expected = Notification(method: "notifications/tools/list_changed")
        #expect(session.received(line) == [.deliver(expected)])
        #expect(expected.changedList == .tools)
    }

    @Test(
        "progress for a token nobody gave, or of the wrong shape, is a violation",
        arguments: [
            (#"{"progressToken":99,"progress":1}"#, ProtocolViolation.Code.unknownProgressToken),
            (#"{"progressToken":"x","progress":1}"#, .unknownProgressToken),
            (#"{"progress":1}"#, .invalidNotification),
            (#"{"progressToken":1,"progress":"half"}"#, .invalidNotification),
        ]
    )
    func progress(params: String, code: ProtocolViolation.Code) {
        var session = ClientSession.ready(.june2025)
        let line = #"{"jsonrpc":"2.0","method":"notifications/progress","params":\#(params)}"#
        #expect(session.received(line).violations == [code])
    }

    @Test("progress for a request that did not ask for it is a violation")
    func unwantedProgress() {
        var session = ClientSession.ready(.july2026)
        let (id, _) = session.request("tools/call")
        let line =
            #"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":\#(id),"progress":1}}"#
        #expect(session.received(line).violations == [.unknownProgressToken])
    }
}
