import JSON
import MCP
import Testing

@Suite("A client makes requests")
struct ClientSessionRequestsTests {
    @Test("requests made before the handshake is over wait, and are sent in order")
    func queue() {
        var session = ClientSession(configuration: .testing())
        let (first, early) = session.request("tools/list")
        #expect(early.isEmpty)
        _ = session.opened()
        let (second, _) = session.request("prompts/list")
        #expect(first != second)
        let actions = session.received(ClientSession.discovery(["2026-07-28"], id: 2))
        #expect(actions.sentMethods == ["tools/list", "prompts/list"])
        #expect(actions.sent.compactMap { $0["id"].flatMap { RequestID($0) } } == [first, second])
    }

    @Test("the queue is bounded, and what does not fit is refused at once")
    func queueLimit() {
        var configuration = ClientConfiguration.testing()
        configuration.queueLimit = 1
        var session = ClientSession(configuration: configuration)
        _ = session.request("a")
        let (id, actions) = session.request("b")
        #expect(actions == [.complete(id, .notSent(.queueFull(limit: 1)))])
    }

    @Test("a request given up while it waits makes room for another")
    func queueRoom() {
        var configuration = ClientConfiguration.testing()
        configuration.queueLimit = 1
        var session = ClientSession(configuration: configuration)
        _ = session.cancel(session.request("a").id)
        #expect(session.request("b").actions.isEmpty)
    }

    @Test("a failed handshake ends what waited, and refuses what comes later")
    func failed() {
        var session = ClientSession(configuration: .testing(.modern))
        _ = session.opened()
        let (early, _) = session.request("tools/list")
        let failure = ClientFailure.probeTimedOut(after: .seconds(2))
        #expect(session.timerFired(.probe).completions == [early: [.notSent(.failed(failure))]])
        let (late, actions) = session.request("tools/list")
        #expect(actions == [.complete(late, .notSent(.failed(failure)))])
    }

    @Test("a modern request carries its metadata beside what the caller put there; a legacy one carries nothing")
    func metadata() throws {
        var modern = ClientSession.ready(.july2026)
        let options = RequestOptions(wantsProgress: true, logLevel: .warning)
        let params: JSONObject = ["name": "t", "_meta": ["traceparent": "00-1"]]
        let sent = try #require(modern.request("tools/call", params: params, options: options).actions.sent.first)
        let meta = try #require(sent["params"]?["_meta"]?.objectValue)
        #expect(meta.keys.first == "traceparent")
        #expect(meta["io.modelcontextprotocol/protocolVersion"] == "2026-07-28")
        #expect(meta["io.modelcontextprotocol/clientCapabilities"] == [:])
        #expect(meta["io.modelcontextprotocol/logLevel"] == "warning")
        #expect(meta["progressToken"] == sent["id"])
        var legacy = ClientSession.ready(.june2025)
        #expect(legacy.request("tools/list").actions.sent.first?["params"] == nil)
    }

    @Test("a check may send a request without the metadata")
    func withoutMetadata() {
        var session = ClientSession.ready(.july2026)
        let actions = session.request("tools/list", options: RequestOptions(addsMetadata: false)).actions
        #expect(actions.sent.first?["params"] == nil)
    }

    @Test("an answer ends the request and its timer", arguments: ProtocolRevision.allCases)
    func answered(revision: ProtocolRevision) throws {
        var session = ClientSession.ready(revision)
        let (id, sent) = session.request("tools/list")
        #expect(sent.contains(.setTimer(.request(id), .seconds(60))))
        let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"tools":[]}}"#)
        #expect(actions == [.cancelTimer(.request(id)), .complete(id, .result(.value(["tools": []])))])
        #expect(session.requestsInFlight == 0)
    }

    @Test("an error is an outcome like any other", arguments: ProtocolRevision.allCases)
    func error(revision: ProtocolRevision) {
        var session = ClientSession.ready(revision)
        let (id, _) = session.request("tools/call")
        let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-32602,"message":"m"}}"#)
        #expect(actions.completions == [id: [.error(ErrorObject(.invalidParams, "m"))]])
    }

    @Test("a request without an answer times out, the server is told, and a late answer is no violation")
    func timeout() {
        var session = ClientSession.ready(.june2025)
        let (id, sent) = session.request("tools/call", options: RequestOptions(timeLimit: .within(.seconds(5))))
        #expect(sent.contains(.setTimer(.request(id), .seconds(5))))
        let actions = session.timerFired(.request(id))
        #expect(actions.completions == [id: [.timedOut(after: .seconds(5))]])
        #expect(actions.sent.first?["params"]?["requestId"] == id.json)
        #expect(session.timerFired(.request(id)).isEmpty)
        #expect(session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#).isEmpty)
    }

    @Test("a cancelled request tells the server, with the reason; a queued one never reaches it")
    func cancelled() {
        var session = ClientSession.ready(.july2026)
        let (id, _) = session.request("tools/call")
        let actions = session.cancel(id, reason: "user")
        #expect(actions.sentMethods == ["notifications/cancelled"])
        #expect(actions.sent.first?["params"] == ["requestId": id.json, "reason": "user"])
        #expect(actions.completions == [id: [.cancelled]])
        #expect(session.cancel(id).isEmpty)
        #expect(session.received(#"{"jsonrpc":"2.0","id":\#(id),"error":{"code":1,"message":"m"}}"#).isEmpty)
        var waiting = ClientSession(configuration: .testing(.modern))
        let (queued, _) = waiting.request("tools/call")
        #expect(waiting.cancel(queued) == [.complete(queued, .cancelled)])
        _ = waiting.opened()
        #expect(waiting.received(ClientSession.discovery(["2026-07-28"], id: 2)).sent.isEmpty)
    }

    @Test("where a request has its own stream, closing that tells a modern server enough")
    func cancelledByTransport() {
        for (revision, sent) in [(ProtocolRevision.july2026, 0), (.june2025, 1)] {
            var configuration = ClientConfiguration.testing(.only(revision))
            configuration.modernCancellation = .closedStream
            var session = ClientSession(configuration: configuration)
            _ = session.opened()
            let isModern = revision.era == .modern
            _ = session.received(
                isModern
                    ? ClientSession.discovery(["2026-07-28"]) : ClientSession.initialization(revision.rawValue)
            )
            let (id, _) = session.request("tools/call")
            #expect(session.cancel(id).sent.count == sent)
        }
    }

    @Test("progress extends the time limit up to the absolute bound")
    func progress() {
        var session = ClientSession.ready(.november2025)
        let (id, sent) = session.request("tools/call", options: RequestOptions(wantsProgress: true))
        #expect(sent.contains(.setTimer(.requestWithProgress(id), .seconds(300))))
        func report(_ value: String) -> String {
            #"{"jsonrpc":"2.0","method":"notifications/progress","#
                + #""params":{"progressToken":\#(id),"progress":\#(value)}}"#
        }
        let actions = session.received(report("1"))
        #expect(actions == [.setTimer(.request(id), .seconds(60)), .progress(id, Progress(token: id, progress: 1))])
        #expect(session.received(report("1")).violations == [.progressNotIncreasing])
        #expect(session.received(report("1.5")).violations.isEmpty)
        let end = session.timerFired(.requestWithProgress(id))
        #expect(end.completions == [id: [.timedOut(after: .seconds(300))]])
        #expect(session.received(report("2")).isEmpty)
    }

    @Test("a request that stays open has no timers")
    func open() {
        var session = ClientSession.ready(.july2026)
        let (_, actions) = session.request("subscriptions/listen", options: RequestOptions(timeLimit: .none))
        #expect(actions.count == 1 && actions.sentMethods == ["subscriptions/listen"])
    }

    @Test("the end of the connection ends every request, once")
    func lost() {
        var session = ClientSession.ready(.july2026)
        let ids = (0..<3).map { _ in session.request("tools/list").id }
        let actions = session.closed(.exited(status: nil))
        #expect(
            actions.completions == Dictionary(uniqueKeysWithValues: ids.map { ($0, [.lost(.exited(status: nil))]) })
        )
        #expect(session.closed(.closed).isEmpty)
        #expect(session.requestsInFlight == 0)
    }
}
