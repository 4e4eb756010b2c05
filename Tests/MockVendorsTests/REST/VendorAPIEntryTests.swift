import JSON
import MockVendors
import Registry
import TestSupport
import Testing

@Suite("A vendor behind an entry")
struct VendorAPIEntryTests {
    static func entry(_ check: VendorCall?) -> Integration {
        var server = IntegrationServer(.npm, package: "x", version: "1.0.0")
        server.configSchema = [ConfigField("KEY", required: true, secret: true)]
        var entry = Integration(id: "acme", name: "Acme", servers: [server])
        entry.vendor = VendorFacts(base: "https://api.acme.example")
        entry.vendor?.credentialCheck = check
        return entry
    }

    static func check(_ path: String, _ headers: [String: String]) -> VendorCall {
        var call = VendorCall("GET", path)
        call.headers = headers
        return call
    }

    @Test(
        "looks for the credential where the check of the entry has it",
        arguments: [
            (
                check("/me", ["Authorization": "Bearer ${KEY}"]),
                [CredentialPlace.header("Authorization", after: "Bearer ")]
            ),
            (check("/me?limit=1&api_key=${KEY}", [:]), [.query("api_key")]),
            (check("/me", ["Authorization": "Basic ${KEY}"]), [.basicPassword]),
            (
                check("/me", ["Accept": "application/json"]),
                [.header("Authorization", after: "Bearer "), .basicPassword]
            ),
        ]
    )
    func places(check: VendorCall, expected: [CredentialPlace]) throws {
        let api = try #require(VendorAPI(Self.entry(check)))
        #expect(api.credentials == expected)
        #expect(api.routes.map(\.path) == ["/me"])
    }

    @Test("lets the made-up credential of the entry in, and nobody else")
    func sample() throws {
        let api = try #require(VendorAPI(Self.entry(Self.check("/me", ["Authorization": "Bearer ${KEY}"]))))
        var vendor = Vendor(api, mood: VendorMood(good: [api.sample]))
        let ask = { (key: String) in VendorRequest("GET", "/me", headers: ["Authorization": "Bearer \(key)"]) }
        #expect(vendor.answer(ask(api.sample), now: 0).status == 200)
        #expect(vendor.answer(ask("other"), now: 0).status == 401)
    }

    @Test(
        "answers a check that lets everybody in with what it says inside, and refuses every other call",
        arguments: [
            ("/auth/health", nil, 200, false), ("/auth/health", "other", 200, false), ("/users/search", nil, 401, nil),
            ("/users/search", "other", 401, nil), ("/nowhere", nil, 401, nil), ("/auth/health", "right", 200, true),
            ("/users/search", "right", 200, nil),
        ] as [(String, String?, Int, Bool?)]
    )
    func everybody(path: String, key: String?, status: Int, isKnown: Bool?) throws {
        let apollo = try #require(try ShippedFiles(folder: SourceTree.registry).entry("apollo"))
        var vendor = Vendor(try #require(VendorAPI(apollo)).adding(.of("apollo")), mood: VendorMood(good: ["right"]))
        let headers = key.map { ["x-api-key": $0] } ?? [:]
        let answer = vendor.answer(VendorRequest("GET", "/api/v1\(path)", headers: headers), now: 0)
        #expect(answer.status == status)
        #expect(answer.body?["is_logged_in"]?.boolValue == isKnown)
    }

    @Test("is nothing where the entry knows no vendor")
    func unknown() {
        #expect(VendorAPI(Integration(id: "x", name: "X")) == nil)
    }
}
