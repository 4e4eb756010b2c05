import JSON
import MockVendors
import Registry
import Testing

@Suite("A pretended vendor")
struct VendorTests {
    static func facts() -> VendorFacts {
        var facts = VendorFacts(base: "https://api.acme.example/v2/")
        facts.missing = VendorAnswer(401, body: ["error": "no key"])
        facts.unauthorized = VendorAnswer(403, body: ["error": "bad key"])
        facts.forbidden = VendorAnswer(403, body: ["error": "no right"])
        facts.rateLimited = VendorAnswer(429, body: "Retry later")
        facts.retryAfter = RetryAfter(header: "Retry-After", notation: .seconds)
        return facts
    }

    static func vendor(
        _ facts: VendorFacts = facts(),
        credentials: [CredentialPlace] = [.header("Authorization", after: "Bearer ")],
        mood: VendorMood = VendorMood(good: ["right"], expired: ["old"], narrow: ["small"])
    ) -> Vendor {
        let routes = [
            VendorRoute("GET", "/me", answer: VendorAnswer(200, body: ["login": "sample"])),
            VendorRoute("GET", "/things/{id}/parts", answer: VendorAnswer(200, body: "parts")),
            VendorRoute("POST", "/graphql", containing: ["teams"], answer: VendorAnswer(200, body: "teams")),
            VendorRoute("POST", "/graphql", answer: VendorAnswer(200, body: "other")),
            VendorRoute("GET", "/tokens/{credential}", answer: VendorAnswer(200, body: "token")),
            VendorRoute("GET", "/ping", isOpen: true, answer: VendorAnswer(200, body: "pong")),
        ]
        let api = VendorAPI(id: "acme", facts: facts, credentials: credentials, routes: routes)
        return Vendor(api, mood: mood)
    }

    static func request(_ credential: String?, _ path: String = "/v2/me") -> VendorRequest {
        VendorRequest("GET", path, headers: credential.map { ["authorization": "Bearer \($0)"] } ?? [:])
    }

    @Test(
        "tells apart who asks",
        arguments: [
            ("right", 200, nil), (nil, 401, .missing), ("wrong", 403, .invalid), ("old", 403, .expired),
            ("small", 403, .scope),
        ] as [(String?, Int, VendorAPI.Refusal?)]
    )
    func credentials(credential: String?, status: Int, refusal: VendorAPI.Refusal?) {
        var vendor = Self.vendor()
        #expect(vendor.answer(Self.request(credential), now: 0).status == status)
        #expect(vendor.events == [VendorEvent(method: "GET", path: "/v2/me", refusal: refusal, status: status)])
    }

    @Test(
        "finds the credential where this vendor looks for it",
        arguments: [
            (.header("X-Key", after: ""), VendorRequest("GET", "/me", headers: ["x-key": "right"])),
            (.basicPassword, VendorRequest("GET", "/me", headers: ["Authorization": "Basic bWU6cmlnaHQ="])),
            (.basicPassword, VendorRequest("GET", "/me", headers: ["Authorization": "Basic cmlnaHQ6"])),
            (.query("key"), VendorRequest("GET", "/me", query: [.init("key", "right")])),
            (.path, VendorRequest("GET", "/tokens/right")),
            (
                .signature,
                VendorRequest("GET", "/me", headers: ["Authorization": "AWS4-HMAC-SHA256 Credential=right/20260101/x"])
            ),
        ] as [(CredentialPlace, VendorRequest)]
    )
    func places(place: CredentialPlace, request: VendorRequest) {
        var vendor = Self.vendor(credentials: [place])
        #expect(vendor.answer(request, now: 0).status == 200)
        vendor.mood.good = []
        #expect(vendor.answer(request, now: 0).status == 403)
    }

    @Test("keeps no credential in what it remembers")
    func memory() {
        var vendor = Self.vendor(credentials: [.path])
        _ = vendor.answer(VendorRequest("GET", "/tokens/right"), now: 0)
        _ = vendor.answer(VendorRequest("GET", "/v2/tokens/stray"), now: 0)
        #expect(!vendor.events.contains { $0.path.contains("right") || $0.path.contains("stray") })
    }

    @Test(
        "answers by path, with or without that of the real base, and by what is in the body",
        arguments: [
            ("GET", "/v2/things/7/parts", "", "parts"), ("GET", "/things/7/parts", "", "parts"),
            ("POST", "/v2/graphql", "{ teams }", "teams"), ("POST", "/graphql", "{ viewer }", "other"),
        ]
    )
    func routes(method: String, path: String, body: String, expected: String) {
        var vendor = Self.vendor()
        let request = VendorRequest(method, path, headers: ["Authorization": "Bearer right"], body: body)
        #expect(vendor.answer(request, now: 0).body == .string(expected))
    }

    @Test("says what it has no answer for, and lets everybody see what is open")
    func unknown() {
        var vendor = Self.vendor()
        #expect(vendor.answer(Self.request("right", "/v2/nothing"), now: 0).status == 404)
        #expect(vendor.answer(Self.request(nil, "/v2/ping"), now: 0).status == 200)
        // Whoever is not let in learns nothing of what there is.
        #expect(vendor.answer(Self.request(nil, "/v2/nothing"), now: 0).status == 401)
    }

    @Test(
        "says when to come again in its own spelling",
        arguments: [
            (RetryAfter(header: "Retry-After", notation: .seconds), "Retry-After", "30"),
            (RetryAfter(header: "Retry-After", notation: .date), "Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"),
            (RetryAfter(header: "x-reset", notation: .epochSeconds), "x-reset", "784111807"),
            (RetryAfter(header: "x-reset", notation: .epochMilliseconds), "x-reset", "784111807000"),
        ]
    )
    func pauses(place: RetryAfter, header: String, expected: String) {
        var facts = Self.facts()
        facts.retryAfter = place
        var vendor = Self.vendor(facts)
        vendor.mood.plight = .throttled
        let answer = vendor.answer(Self.request("right"), now: 784_111_777)
        #expect(answer.status == 429)
        #expect(answer.headers[header] == expected)
    }

    @Test("says it in the body where this vendor does")
    func pauseInBody() {
        var facts = Self.facts()
        facts.rateLimited = VendorAnswer(429, body: ["message": "slow down", "retry_after": 0])
        facts.retryAfter = RetryAfter(path: JSONPointer(tokens: ["retry_after"]), notation: .seconds)
        var vendor = Self.vendor(facts)
        vendor.mood.plight = .throttled
        #expect(vendor.answer(Self.request("right"), now: 0).body?["retry_after"] == 30)
    }

    @Test("recovers from its plight after so many requests")
    func plight() {
        var vendor = Self.vendor(mood: VendorMood(good: ["right"], plight: .down, plightLeft: 2))
        let statuses = (0..<4).map { _ in vendor.answer(Self.request("right"), now: 0).status }
        #expect(statuses == [503, 503, 200, 200])
    }
}
