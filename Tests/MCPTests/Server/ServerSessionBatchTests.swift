import JSON
import MCP
import Testing

@Suite("Batches of 2025-03-26")
struct ServerSessionBatchTests {
    private func request(_ id: Int, _ method: String = "tools/list") -> String {
        ServerSession.request(.march2025, id: "\(id)", method)
    }

    private func batch(_ elements: String...) -> String { "[\(elements.joined(separator: ","))]" }

    private func answers(_ actions: [ServerAction]) -> [JSONValue] {
        actions.sent.first?.arrayValue ?? []
    }

    @Test("the answers of a batch go back together, once the last is there")
    func together() {
        var session = ServerSession.ready(.march2025)
        let actions = session.received(batch(request(1), request(2, "ping"), request(3)))
        #expect(actions.calls.map(\.id) == [1, 3] && actions.sent.isEmpty)
        #expect(session.respond(to: 3, with: ["tools": []] as JSONObject).isEmpty)
        let last = session.respond(to: 1, with: ErrorObject(-1, "m"))
        #expect(answers(last).compactMap { $0["id"]?.intValue } == [2, 3, 1])
    }

    @Test("a batch that is answered at once goes back at once")
    func atOnce() {
        var session = ServerSession.ready(.march2025)
        let actions = session.received(batch(request(1, "ping"), #"{"jsonrpc":"2.0"}"#, request(2, "no/such")))
        #expect(answers(actions).map { $0["error"]?["code"]?.intValue ?? 0 } == [0, -32600, -32601])
        #expect(actions.violations == [.invalidMessage])
    }

    @Test("a batch of notifications has no answer")
    func notifications() {
        var session = ServerSession.ready(.march2025)
        let actions = session.received(batch(#"{"jsonrpc":"2.0","method":"notifications/roots/list_changed"}"#))
        #expect(actions.count == 1 && actions.sent.isEmpty)
    }

    @Test("a cancelled element is left out, also when its cancellation is in the same batch")
    func cancelled() {
        var session = ServerSession.ready(.march2025)
        let cancellation = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#
        #expect(session.received(batch(request(1), cancellation)).sent.isEmpty)
        let mixed = session.received(batch(request(1), cancellation, request(3, "ping")))
        #expect(answers(mixed).map { $0["id"] } == [3])
        _ = session.received(batch(request(1), request(2)))
        #expect(session.respond(to: 2, with: ["tools": []] as JSONObject).isEmpty)
        let actions = session.received(cancellation)
        #expect(actions.first == .cancelled(1, reason: nil))
        #expect(answers(actions).map { $0["id"] } == [2])
    }

    @Test("two batches are answered apart")
    func apart() {
        var session = ServerSession.ready(.march2025)
        _ = session.received(batch(request(1)))
        _ = session.received(batch(request(2)))
        #expect(answers(session.respond(to: 2, with: [:] as JSONObject)).map { $0["id"] } == [2])
        #expect(answers(session.respond(to: 1, with: [:] as JSONObject)).map { $0["id"] } == [1])
    }

    @Test("an id twice in one batch is refused the second time")
    func duplicate() {
        var session = ServerSession.ready(.march2025)
        let actions = session.received(batch(request(1), request(1)))
        #expect(actions.violations == [.duplicateRequestID] && actions.calls.count == 1)
        let answers = answers(session.respond(to: 1, with: [:] as JSONObject))
        #expect(answers.map { $0["error"]?["code"]?.intValue } == [-32600, nil])
    }

    @Test("no other revision has batches, and this one has a limit", arguments: ProtocolRevision.allCases)
    func refused(revision: ProtocolRevision) {
        var session = ServerSession.ready(revision)
        let elements = (0..<101).map { request($0, "ping") }
        let actions = session.received("[\(elements.joined(separator: ","))]")
        #expect(actions.violations == [.batchNotAllowed] && actions.sentErrors == [-32600])
        let few = session.received(batch(request(1, "ping")))
        #expect((few.violations == []) == (revision == .march2025))
    }

    @Test("before the handshake there are no batches")
    func beforeHandshake() {
        var session = ServerSession(configuration: .testing())
        #expect(session.received(batch(ServerSession.initialize("2025-03-26"))).sentErrors == [-32600])
    }
}
