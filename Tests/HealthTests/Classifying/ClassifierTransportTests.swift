import Health
import JSON
import Registry
import Testing

@Suite("What the transport and the protocol show")
struct ClassifierTransportTests {
    @Test(
        "an HTTP status means, with the fields that explain it",
        arguments: [
            (401, [("WWW-Authenticate", "Bearer")], OutcomeCode.credentialInvalid),
            (
                401,
                [("WWW-Authenticate", #"Bearer error="invalid_token", error_description="The access token expired""#)],
                .credentialExpired
            ),
            (
                401,
                [
                    (
                        "WWW-Authenticate",
                        #"Bearer error="invalid_token", error_description="Missing or invalid access token""#
                    )
                ], .credentialInvalid
            ),
            (401, [("WWW-Authenticate", #"Bearer realm="Zapier MCP" error="invalid_token""#)], .credentialInvalid),
            (403, [("WWW-Authenticate", #"Bearer error="insufficient_scope", scope="a b""#)], .scopeInsufficient),
            (403, [], .scopeInsufficient), (403, [("Content-Type", "text/html")], .notMCP),
            (403, [("X-RateLimit-Remaining", "0")], .rateLimited), (403, [("Retry-After", "3")], .rateLimited),
            (429, [], .rateLimited), (500, [], .vendorError), (502, [], .vendorError), (503, [], .vendorError),
            (404, [], .notMCP), (405, [], .notMCP), (302, [], .notMCP), (407, [], .notMCP),
        ]
    )
    func status(status: Int, fields: [(String, String)], code: OutcomeCode) {
        var rules = ClassifierRules.login(true)
        rules.needsCredential = true
        let outcome = Classifier(rules).judge(.httpStatus(HTTPFacts(status: status, fields: fields)), at: .connect)
        #expect(outcome.code == code, "\(outcome.evidence.summary)")
        #expect(outcome.evidence["http.status"] == "\(status)")
    }

    @Test("a session that is lost is closed, whatever status says so, and a server that refuses is not")
    func lostSession() {
        func code(_ status: Int) -> OutcomeCode {
            let http = HTTPFacts(status: status)
            return Classifier(.login(true)).outcome(of: ContactFacts(.closed("forgotten"), step: .list, http: http))
                .code
        }
        #expect(code(404) == .closed)
        #expect(code(401) == .credentialInvalid)
        #expect(code(503) == .vendorError)
    }

    @Test("a 403 means what its body says, or what its entry says")
    func forbidden() throws {
        let vercel = HTTPFacts(status: 403, body: #"{"error":{"code":"forbidden","invalidToken":true}}"#)
        #expect(Classifier(.login(true)).judge(.httpStatus(vercel), at: .connect).code == .credentialInvalid)
        let bearer = HTTPFacts(status: 403, body: "Forbidden: Invalid bearer token")
        #expect(Classifier(.login(true)).judge(.httpStatus(bearer), at: .connect).code == .credentialInvalid)
        var rules = ClassifierRules.login(true)
        rules.signatures = [AuthSignature(.credentialInvalid, httpStatus: 403, body: [BodyTest(contains: "Invalid")])]
        let figma = HTTPFacts(status: 403, body: #"{"status":403,"err":"Invalid"}"#)
        let outcome = Classifier(rules).judge(.httpStatus(figma), at: .connect)
        #expect(outcome.code == .credentialInvalid)
        #expect(outcome.evidence.basis == .signature)
    }

    @Test("a 401 means that nobody logged in where nobody did, and asks for it")
    func loginMissing() {
        let refused = Sighting.httpStatus(HTTPFacts(status: 401, fields: [("WWW-Authenticate", "Bearer")]))
        let before = Classifier(.login(false)).judge(refused, at: .connect)
        #expect(before.code == .credentialMissing)
        #expect(before.action == .logIn(again: false))
        let after = Classifier(.login(true)).judge(refused, at: .connect)
        #expect(after.action == .logIn(again: true))
    }

    @Test("a status behind a JSON-RPC error counts first")
    func statusBehindError() {
        let facts = ContactFacts(
            .rpcError(code: -32_001, message: "Access token is required", data: nil),
            step: .handshake,
            http: HTTPFacts(status: 401)
        )
        #expect(Classifier(.login(true)).outcome(of: facts).code == .credentialInvalid)
        #expect(Classifier(.login(false)).outcome(of: facts).code == .credentialMissing)
    }

    @Test(
        "a JSON-RPC error means",
        arguments: [
            (
                -32_603, "No AWS credentials available. Configure credentials", ContactStep.handshake,
                OutcomeCode.credentialMissing
            ),
            (-32_603, "Client error '401 Unauthorized' for url", .handshake, .credentialInvalid),
            (-32_603, "GitLab API error: 429 Too Many Requests", .probe, .rateLimited),
            (-32_603, "boom", .handshake, .protocolError), (-32_603, "boom", .probe, .vendorError),
            (-32_602, "Unknown tool", .probe, .protocolError), (-32_601, "no", .list, .protocolError),
            (-32_042, "Visit this page", .probe, .credentialMissing),
        ]
    )
    func rpc(code: Int64, message: String, step: ContactStep, expected: OutcomeCode) {
        let isSet = expected != .credentialMissing || code == -32_042
        let outcome = Classifier(.keyed(isSet)).judge(.rpcError(code: code, message: message, data: nil), at: step)
        #expect(outcome.code == expected, "\(outcome.evidence.summary)")
    }

    @Test(
        "an exit means what the last lines say, or just an exit",
        arguments: [
            (["ValueError: API_KEY is required. Get one at https://x"], false, OutcomeCode.credentialMissing),
            (["Traceback", "RuntimeError: An API key is required to call the API."], false, .credentialMissing),
            (["Authentication failed - check your tokens"], true, .credentialInvalid),
            (["AttributeError: 'Server' object has no attribute 'tool'"], true, .exited),
            (["2026-11-22 13:00:00,401 INFO starting"], true, .exited), ([], true, .exited),
        ]
    )
    func exit(lines: [String], isSet: Bool, code: OutcomeCode) {
        let outcome = Classifier(.keyed(isSet)).judge(.exited(.code(1)), at: .handshake, errorLines: lines)
        #expect(outcome.code == code, "\(outcome.evidence.summary)")
        #expect(outcome.action != .none)
    }

    @Test("an exit is matched by a signature of the start or of the connection")
    func exitSignature() {
        for when in [ContactPhase.start, .connect] {
            var rules = ClassifierRules.keyed()
            rules.signatures = [
                AuthSignature(.credentialInvalid, when: when, exitCode: 7, body: [BodyTest(contains: "nope")])
            ]
            let outcome = Classifier(rules).judge(.exited(.code(7)), at: .handshake, errorLines: ["nope"])
            #expect(outcome.code == .credentialInvalid)
        }
    }

    @Test(
        "what hangs may have told its log why",
        arguments: [
            (["WARNING 429 Too Many Requests, sleeping"], OutcomeCode.rateLimited), (["working"], .timeout),
            (["Internal Server Error"], .timeout),
        ]
    )
    func timeout(lines: [String], code: OutcomeCode) {
        #expect(Classifier(.keyed()).judge(.timedOut(after: .seconds(1)), errorLines: lines).code == code)
    }

    @Test(
        "a connection that is not made means",
        arguments: [
            (Sighting.Reach.dns, "host: no address", OutcomeCode.dns), (.refused, "x", .refused), (.tls, "x", .tls),
            (.closed, "x", .closed), (.other, "connectTimeout", .timeout),
            (.other, "connect: Network is unreachable", .networkDown),
        ]
    )
    func unreachable(reach: Sighting.Reach, words: String, code: OutcomeCode) {
        #expect(Classifier(.login(true)).judge(.unreachable(reach, words), at: .connect).code == code)
    }

    @Test("a list without tools is no good list where the entry declares some")
    func emptyList() {
        var rules = ClassifierRules.keyed(false)
        rules.declaredTools = 12
        #expect(Classifier(rules).judge(.listed(tools: 0), at: .list).code == .credentialMissing)
        rules = .keyed()
        rules.declaredTools = 12
        #expect(Classifier(rules).judge(.listed(tools: 0), at: .list).code == .protocolError)
        let good = Classifier(rules).judge(.listed(tools: 12), at: .list)
        #expect(good.code == .ok)
        #expect(good.proof == .reachable)
        rules.listingProvesCredential = true
        #expect(Classifier(rules).judge(.listed(tools: 12), at: .list).proof == .credential)
    }

    @Test("a good answer past the limit is slow, and a refusal stays a refusal")
    func slow() {
        let good = Sighting.toolResult(ToolAnswer(tool: "t", texts: ["hello"]))
        #expect(Classifier(.keyed()).judge(good, latency: .seconds(11)).code == .slow)
        #expect(Classifier(.keyed()).judge(good, latency: .seconds(9)).code == .ok)
        let bad = Sighting.toolResult(ToolAnswer(tool: "t", isError: true, texts: ["invalid token"]))
        #expect(Classifier(.keyed()).judge(bad, latency: .seconds(11)).code == .credentialInvalid)
    }

    @Test("no secret reaches evidence, wherever it was said")
    func secrets() {
        let text = "bad key canary-9f2c77, also Bearer abcDEF123456 and ghp_1234567890abcdefghij"
        let sightings: [Sighting] = [
            .toolResult(ToolAnswer(tool: "t", isError: true, texts: [text])), .spawnFailed(text),
            .rpcError(code: -32_603, message: text, data: ["error": .string(text)]), .closed(text), .notMCP(text),
            .unreachable(.other, text), .violation(rule: "r", text), .exited(.code(1)),
            .httpStatus(
                HTTPFacts(
                    status: 403,
                    fields: [("www-authenticate", #"Bearer error="invalid_token", error_description="\#(text)""#)],
                    body: text
                )
            ),
        ]
        for sighting in sightings {
            let outcome = Classifier(.keyed()).judge(sighting, errorLines: [text])
            let printed = "\(outcome) \(outcome.json.text()) \(outcome.evidence.summary)"
            for secret in ["canary-9f2c77", "abcDEF123456", "ghp_1234567890"] { #expect(!printed.contains(secret)) }
        }
    }
}
