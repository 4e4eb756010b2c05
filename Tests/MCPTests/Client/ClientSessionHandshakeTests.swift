import JSON
import MCP
import Testing

@Suite("A client finds the era and shakes hands")
struct ClientSessionHandshakeTests {
    private func probing(_ offer: RevisionOffer = .all) -> ClientSession {
        var session = ClientSession(configuration: .testing(offer))
        _ = session.opened()
        return session
    }

    private func error(_ code: Int, id: String = "1", data: String = "null") -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":\#(code),"message":"no","data":\#(data)}}"#
    }

    @Test("a discovery makes the server modern")
    func discovered() throws {
        var session = probing()
        let ready = try #require(session.received(ClientSession.discovery(["2026-07-28", "2025-11-25"])).ready)
        #expect(ready.revision == .july2026)
        #expect(ready.evidence == .discovered)
        #expect(ready.supportedVersions == ["2026-07-28", "2025-11-25"])
        #expect(ready.capabilities.supportsTools && !ready.capabilities.supportsPrompts)
    }

    @Test(
        "any error that is not a modern one makes the server legacy",
        arguments: [-32601, -32602, -32600, -32603, -32002, -32000, -32001, 0, 1, -32700, -32019, -32023]
    )
    func legacy(code: Int) {
        var session = probing()
        let actions = session.received(error(code))
        #expect(actions.sentMethods == ["initialize"])
        #expect(actions.violations.isEmpty)
        var modernOnly = probing(.modern)
        guard case .legacyServer = modernOnly.received(error(code)).failure else {
            Issue.record("a modern-only client must fail clearly")
            return
        }
    }

    @Test("a refused version is replaced by one the server names, never by a guess")
    func refusedVersion() {
        var session = probing()
        let actions = session.received(
            error(-32022, data: #"{"supported":["2025-06-18","2024-11-05"],"requested":"2026-07-28"}"#)
        )
        #expect(actions.sentMethods == ["initialize"])
        #expect(actions.sent.first?["params"]?["protocolVersion"] == "2025-06-18")
    }

    @Test(
        "a modern server without a common revision fails with both lists",
        arguments: [#"{"supported":["2099-01-01"],"requested":"2026-07-28"}"#, "null", #"{"supported":"2026-07-28"}"#]
    )
    func noCommonRevision(data: String) throws {
        var session = probing()
        let actions = session.received(error(-32022, data: data))
        guard case .noCommonRevision(let offered, let supported) = try #require(actions.failure) else {
            Issue.record("\(actions)")
            return
        }
        #expect(offered == RevisionOffer.all.revisions)
        #expect(supported == (data.contains("2099") ? ["2099-01-01"] : []))
        #expect(actions.sent.isEmpty)
    }

    @Test("the other modern errors are a refusal by a modern server, not a legacy one", arguments: [-32020, -32021])
    func otherModernErrors(code: Int) {
        var session = probing()
        let actions = session.received(error(code))
        #expect(actions.sent.isEmpty)
        #expect(actions.failure == .probeRefused(ErrorObject(ErrorCode(rawValue: Int64(code)), "no", data: .null)))
    }

    @Test("an answer that is no discovery is a violation, and the server counts as legacy", arguments: ["{}", "[]"])
    func unusable(result: String) {
        var session = probing()
        let actions = session.received(#"{"jsonrpc":"2.0","id":1,"result":\#(result)}"#)
        #expect(actions.violations == [result == "{}" ? .invalidResult : .resultNotAnObject])
        #expect(actions.sentMethods == ["initialize"])
        var modernOnly = probing(.modern)
        guard case .invalidHandshake = modernOnly.received(#"{"jsonrpc":"2.0","id":1,"result":{}}"#).failure else {
            Issue.record("a modern-only client must fail clearly")
            return
        }
    }

    @Test("an error without an id can only be about the probe", arguments: [#""id":null,"#, ""])
    func errorWithoutID(id: String) {
        var session = probing()
        let actions = session.received(#"{"jsonrpc":"2.0",\#(id)"error":{"code":-32600,"message":"no"}}"#)
        #expect(actions.violations == [.errorWithoutID])
        #expect(actions.sentMethods == ["initialize"])
    }

    @Test("noise before the answer is reported and does not end the probe")
    func noise() {
        var session = probing()
        #expect(session.received("Listening on stdio...").violations == [.notJSON])
        #expect(session.received("").violations == [.notJSON])
        #expect(session.received(ClientSession.discovery(["2026-07-28"])).ready != nil)
    }

    @Test("the server's own legacy revision is accepted", arguments: RevisionOffer.legacy.revisions)
    func negotiated(revision: ProtocolRevision) throws {
        var session = probing(.legacy)
        let actions = session.received(ClientSession.initialization(revision.rawValue))
        #expect(actions.sentMethods == ["notifications/initialized"])
        let ready = try #require(actions.ready)
        #expect(ready.revision == revision && ready.era == .legacy && ready.evidence == .pinned)
        #expect(ready.info?.name == "test-server")
    }

    @Test("a version that is unknown, not offered or modern ends the handshake by name")
    func unacceptable() {
        for version in ["1999-01-01", "", "2026-07-28"] {
            var session = probing(.legacy)
            let actions = session.received(ClientSession.initialization(version))
            #expect(actions.failure == .unacceptableVersion(version, offered: RevisionOffer.legacy.revisions))
            #expect(actions.violations == (version == "2026-07-28" ? [.unofferedVersion] : []))
        }
        var pinned = probing(.only(.june2025))
        let actions = pinned.received(ClientSession.initialization("2025-03-26"))
        #expect(actions.failure == .unacceptableVersion("2025-03-26", offered: [.june2025]))
    }

    @Test(
        "an initialize result of the wrong shape fails with a violation",
        arguments: [
            "{}", #"{"protocolVersion":20241105,"capabilities":{},"serverInfo":{"name":"s","version":"1"}}"#,
            #"{"protocolVersion":"2024-11-05","serverInfo":{"name":"s","version":"1"}}"#,
            #"{"protocolVersion":"2024-11-05","serverInfo":{"name":"s"}}"#,
            #"{"protocolVersion":"2024-11-05","capabilities":{"tools":true},"serverInfo":{"name":"s","version":"1"}}"#,
        ]
    )
    func wrongShape(result: String) {
        var session = probing(.legacy)
        let actions = session.received(#"{"jsonrpc":"2.0","id":1,"result":\#(result)}"#)
        #expect(actions.violations == [.invalidResult])
        guard case .invalidHandshake = actions.failure else {
            Issue.record("\(actions)")
            return
        }
    }

    @Test(
        "a broken server info is a violation, and the server is used all the same",
        arguments: [#"{"name":"s"}"#, "7"]
    )
    func brokenServerInfo(info: String) {
        var session = probing(.legacy)
        let result = #"{"protocolVersion":"2024-11-05","capabilities":{},"serverInfo":\#(info)}"#
        let actions = session.received(#"{"jsonrpc":"2.0","id":1,"result":\#(result)}"#)
        #expect(actions.violations == [.invalidResult])
        #expect(actions.ready?.revision == .november2024 && actions.ready?.info == nil)
    }

    @Test("a refused initialize is tried once more with a version the server names, then it fails")
    func initializeRefused() {
        var session = probing(.legacy)
        let refusal = error(-32602, data: #"{"supported":["2024-11-05"],"requested":"2025-11-25"}"#)
        let retry = session.received(refusal)
        #expect(retry.sent.first?["params"]?["protocolVersion"] == "2024-11-05")
        let again = session.received(refusal.replacing(#""id":1"#, with: #""id":2"#))
        guard case .initializeRefused = again.failure else {
            Issue.record("\(again)")
            return
        }
    }

    @Test("a server that refuses a revision and offers it at once is asked once more", arguments: [true, false])
    func contradiction(relents: Bool) {
        var session = probing(.modern)
        let refusal = error(-32022, data: #"{"supported":["2026-07-28"],"requested":"2026-07-28"}"#)
        #expect(session.received(refusal).sentMethods == ["server/discover"])
        if relents {
            #expect(session.received(ClientSession.discovery(["2026-07-28"], id: 2)).ready?.revision == .july2026)
        } else {
            let again = session.received(refusal.replacing(#""id":1"#, with: #""id":2"#))
            #expect(again.sent.isEmpty)
            #expect(again.failure == .noCommonRevision(offered: [.july2026], supported: ["2026-07-28"]))
        }
    }

    @Test("after a second refusal a legacy revision that is offered beside it is taken")
    func contradictionWithLegacy() {
        var session = probing()
        let refusal = error(-32022, data: #"{"supported":["2026-07-28","2025-06-18"],"requested":"2026-07-28"}"#)
        #expect(session.received(refusal).sentMethods == ["server/discover"])
        let again = session.received(refusal.replacing(#""id":1"#, with: #""id":2"#))
        #expect(again.sent.first?["params"]?["protocolVersion"] == "2025-06-18")
    }

    @Test("a slow modern server is recognised by its late discovery when it refuses initialize")
    func slowModern() {
        var session = probing()
        _ = session.timerFired(.probe)
        #expect(session.received(ClientSession.discovery(["2026-07-28"])).isEmpty)
        let ready = session.received(error(-32602, id: "2")).ready
        #expect(ready?.revision == .july2026)
    }

    @Test("a second answer to initialize is a violation")
    func answeredTwice() {
        var session = probing(.legacy)
        _ = session.received(ClientSession.initialization("2025-06-18"))
        #expect(session.received(ClientSession.initialization("2025-06-18")).violations == [.duplicateResponse])
    }
}
