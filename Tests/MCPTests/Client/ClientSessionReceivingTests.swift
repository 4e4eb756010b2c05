import JSON
import MCP
import Testing

@Suite("A client receives answers")
struct ClientSessionReceivingTests {
    private func waiting(_ revision: ProtocolRevision, _ method: String = "tools/call") -> (ClientSession, RequestID) {
        var session = ClientSession.ready(revision)
        let (id, _) = session.request(method)
        return (session, id)
    }

    @Test("an answer to nothing, to something answered, or under a look-alike id reaches nobody")
    func strayAnswers() {
        var (session, id) = waiting(.july2026)
        func answer(_ id: String) -> String { #"{"jsonrpc":"2.0","id":\#(id),"result":{}}"# }
        #expect(session.received(answer("\"\(id)\"")).violations == [.foreignResponseID])
        #expect(session.received(answer("999")).violations == [.unknownResponseID])
        #expect(session.received(answer("0")).violations == [.unknownResponseID])
        #expect(session.received(answer("-1")).violations == [.unknownResponseID])
        #expect(session.received(answer("\"abc\"")).violations == [.unknownResponseID])
        #expect(session.requestsInFlight == 1)
        #expect(session.received(answer("\(id)")).completions.count == 1)
        let again = session.received(answer("\(id)"))
        #expect(again.violations == [.duplicateResponse] && again.completions.isEmpty)
    }

    @Test(
        "a malformed answer whose id can be read ends its request, so that nobody waits in vain",
        arguments: [
            #""result":[]"#, #""result":{},"error":{"code":1,"message":"m"}"#, #""error":{"code":"x","message":"m"}"#,
            #""error":"x""#, #""result":null"#,
        ]
    )
    func malformedAnswer(members: String) throws {
        var (session, id) = waiting(.june2025)
        let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),\#(members)}"#)
        guard case .violation(let violation) = try #require(actions.first) else {
            Issue.record("\(actions)")
            return
        }
        #expect(actions.completions == [id: [.invalid(violation)]])
        #expect(violation.blame == .server && violation.revision == .june2025)
    }

    @Test(
        "garbage is reported with its beginning and disturbs nothing",
        arguments: ["hello", "", "{", "\u{FEFF}{}", "[1", #"{"jsonrpc":"2.0"}"#, #""a""#]
    )
    func garbage(line: String) throws {
        var (session, id) = waiting(.july2026)
        let actions = session.received(line)
        #expect(actions.count == 1 && actions.violations.count == 1)
        let answer = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"complete"}}"#)
        #expect(answer.completions.count == 1)
    }

    @Test("an excerpt is bounded and shows invalid UTF-8 as replacement characters")
    func excerpt() throws {
        var session = ClientSession.ready(.july2026)
        let line = [UInt8](repeating: 0xFF, count: 100_000)
        guard case .violation(let violation) = try #require(session.received(line).first) else {
            Issue.record("no violation")
            return
        }
        let excerpt = try #require(violation.excerpt)
        #expect(excerpt.unicodeScalars.count == ProtocolViolation.excerptLimitInBytes + 1)
        #expect(violation.requirement.hasSuffix("."))
    }

    @Test("what the framing refused is a violation")
    func framing() {
        var session = ClientSession.ready(.july2026)
        #expect(session.received(.oversize(limitInBytes: 10), excerpt: [65]).violations == [.oversizeMessage])
        #expect(session.received(.truncated, excerpt: [65]).violations == [.truncatedMessage])
    }

    @Test("an answer that is too long ends its request, and no other one")
    func oversizedAnswer() {
        var (session, id) = waiting(.july2026)
        let other = session.request("tools/list").id
        let end = bytes(#"x"}]},"jsonrpc":"2.0","id":\#(id)}"#)
        let actions = session.received(.oversize(limitInBytes: 10), excerpt: bytes(#"{"result":{"#), end: end)
        #expect(actions.violations == [.oversizeMessage])
        guard case .invalid(let violation)? = actions.completions[id]?.first else {
            Issue.record("\(actions)")
            return
        }
        #expect(violation.code == .oversizeMessage)
        #expect(actions.completions[other] == nil)
        let again = session.received(.oversize(limitInBytes: 10), excerpt: bytes(#"{"result":{"#), end: end)
        #expect(again.completions.isEmpty)
    }

    @Test("an absent result type is complete, and an unknown one is invalid")
    func resultType() {
        var (session, id) = waiting(.july2026)
        let absent = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"content":[]}}"#)
        #expect(absent.completions == [id: [.result(.value(["content": []]))]])
        for type in ["\"task\"", "null", "1"] {
            var (session, id) = waiting(.july2026)
            let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":\#(type)}}"#)
            #expect(actions.violations == [.unknownResultType] && actions.completions[id]?.count == 1)
        }
    }

    @Test("a declared extension's result type is a result")
    func extensionResultType() {
        var configuration = ClientConfiguration.testing(.modern)
        configuration.extensionResultTypes = ["task"]
        var session = ClientSession(configuration: configuration)
        _ = session.opened()
        _ = session.received(ClientSession.discovery(["2026-07-28"]))
        let (id, _) = session.request("tools/call")
        let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"task"}}"#)
        #expect(actions.completions == [id: [.result(.value(["resultType": "task"]))]])
    }

    @Test("a legacy result may have any member, a result type too")
    func legacyResultType() {
        var (session, id) = waiting(.june2025)
        let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"whatever"}}"#)
        #expect(actions.violations.isEmpty && actions.completions[id]?.count == 1)
    }

    @Test("a request for input is surfaced, where the method may be answered with one")
    func inputRequired() {
        let result =
            #"{"resultType":"input_required","requestState":"s","inputRequests":"#
            + #"{"k":{"method":"roots/list"}}}"#
        var (session, id) = waiting(.july2026, "tools/call")
        let actions = session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":\#(result)}"#)
        let expected = InputRequiredResult(inputRequests: [.init(key: "k", method: "roots/list")], requestState: "s")
        #expect(actions.completions == [id: [.inputRequired(expected)]])
        var (list, listID) = waiting(.july2026, "tools/list")
        let refused = list.received(#"{"jsonrpc":"2.0","id":\#(listID),"result":\#(result)}"#)
        #expect(refused.violations == [.inputRequiredNotAllowed])
        var (empty, emptyID) = waiting(.july2026, "tools/call")
        let nothing = empty.received(#"{"jsonrpc":"2.0","id":\#(emptyID),"result":{"resultType":"input_required"}}"#)
        #expect(nothing.violations == [.invalidResult])
    }

    @Test("batches are understood in 2025-03-26 and refused everywhere else", arguments: ProtocolRevision.allCases)
    func batches(revision: ProtocolRevision) {
        var session = ClientSession.ready(revision)
        let ids = (0..<2).map { _ in session.request("tools/list").id }
        let elements = ids.map { #"{"jsonrpc":"2.0","id":\#($0),"result":{}}"# } + [#"{"jsonrpc":"2.0"}"#]
        let actions = session.received("[\(elements.joined(separator: ","))]")
        #expect(actions.completions.count == (revision == .march2025 ? 2 : 0))
        #expect(actions.violations == [revision == .march2025 ? .invalidMessage : .batchNotAllowed])
    }

    @Test("an error without an id ends no request")
    func errorWithoutID() {
        var (session, _) = waiting(.july2026)
        let actions = session.received(#"{"jsonrpc":"2.0","error":{"code":-32700,"message":"m"}}"#)
        #expect(actions.violations == [.errorWithoutID] && actions.completions.isEmpty)
    }

    @Test("a late answer stays innocent however many requests were given up since")
    func forgotten() {
        var session = ClientSession.ready(.july2026)
        let ids = (0..<6_000).map { _ in session.request("tools/call").id }
        for id in ids { _ = session.cancel(id) }
        for id in ids {
            #expect(session.received(#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#).isEmpty)
        }
    }
}
