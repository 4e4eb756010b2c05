import HTTPTestSupport
import Health
import MCP
import MCPHTTP
import Probing
import TestSupport
import Testing

@Suite("A contact over HTTP")
struct HTTPContactTests {
    private func contact(_ replies: ScriptedReplies, loggedIn: Bool = true) async throws -> ContactReport {
        var rules = ClassifierRules()
        (rules.isRemote, rules.usesLogin, rules.isLoggedIn) = (true, true, loggedIn)
        let settings = HTTPClientSettings(address: try HTTPAddress("http://127.0.0.1:9/mcp"), listens: false)
        var bounds = ProbeBounds()
        bounds.session = .init(start: .seconds(50), probe: .seconds(50), handshake: .seconds(50))
        bounds.probe = .milliseconds(1_500)
        let judge = WireJudge([.clientToServer])
        defer { judge.report() }
        let report = await Prober.forTests.contact(
            settings,
            exchanger: JudgedExchanger(replies, judge: judge),
            ProbeSubject(rules, probe: ProbeSubject.Call("me")),
            bounds: bounds
        )
        return try #require(report)
    }

    @Test(
        "that is refused at the door comes to",
        .timeLimit(.minutes(1)),
        arguments: [
            (401, [("WWW-Authenticate", #"Bearer error="invalid_token""#)], "", OutcomeCode.credentialInvalid),
            (
                401, [("WWW-Authenticate", #"Bearer error="invalid_token", error_description="The token expired""#)],
                "", .credentialExpired
            ),
            (403, [("WWW-Authenticate", #"Bearer error="insufficient_scope""#)], "", .scopeInsufficient),
            (
                403, [("Content-Type", "application/json")], #"{"error":{"code":"forbidden","invalidToken":true}}"#,
                .credentialInvalid
            ),
            (403, [("Content-Type", "text/html")], "<html>Access Denied</html>", .notMCP),
            (429, [("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT")], "", .rateLimited), (500, [], "", .vendorError),
            (503, [], "", .vendorError), (404, [], "", .notMCP),
        ]
    )
    func door(status: Int, fields: [(String, String)], body: String, code: OutcomeCode) async throws {
        let report = try await contact(.always(status, fields, body))
        #expect(report.outcome.code == code, "\(report.outcome.evidence.summary)")
        #expect(report.outcome.evidence.step == .connect)
        if status == 429 { #expect(report.outcome.retryAfter == .seconds(60)) }
    }

    @Test("without a log-in asks for one", .timeLimit(.minutes(1)))
    func noLogin() async throws {
        let report = try await contact(.always(401, [("WWW-Authenticate", "Bearer")]), loggedIn: false)
        #expect(report.outcome.code == .credentialMissing)
        #expect(report.outcome.action == .logIn(again: false))
    }

    @Test(
        "whose probe is refused, after a list that was not, comes to",
        .timeLimit(.minutes(1)),
        arguments: [
            (401, OutcomeCode.credentialInvalid), (403, .scopeInsufficient), (429, .rateLimited), (502, .vendorError),
        ]
    )
    func probe(status: Int, code: OutcomeCode) async throws {
        let replies = ScriptedReplies.calls { () throws(HTTPFault) in ScriptedReplies.reply(status) }
        let report = try await contact(replies)
        #expect(report.outcome.code == code, "\(report.outcome.evidence.summary)")
        #expect(report.outcome.evidence.step == .probe)
        #expect(report.tools?.map(\.name) == ["me"])
    }

    @Test("whose vendor throttles for ever inside the call ends with the probe's own limit", .timeLimit(.minutes(1)))
    func endless() async throws {
        let replies = ScriptedReplies.calls { () throws(HTTPFault) in
            do {
                try await ContinuousClock().sleep(for: .seconds(3_600))
            } catch {
                throw HTTPFault.abandoned
            }
            return ScriptedReplies.reply(500)
        }
        let report = try await contact(replies)
        #expect(report.outcome.code == .timeout)
        #expect(report.outcome.evidence.step == .probe)
    }

    @Test(
        "that cannot be made comes to",
        .timeLimit(.minutes(1)),
        arguments: [
            (HTTPFault.Reach.dns, OutcomeCode.dns), (.refused, .refused), (.tls, .tls), (.closed, .closed),
        ]
    )
    func unreachable(reach: HTTPFault.Reach, code: OutcomeCode) async throws {
        let replies = ScriptedReplies { (_) throws(HTTPFault) in throw .unreachable(reach, "x") }
        #expect(try await contact(replies).outcome.code == code)
    }
}
