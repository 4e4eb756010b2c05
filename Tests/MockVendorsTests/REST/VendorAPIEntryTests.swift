import JSON
import MockVendors
import Registry
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

    @Test("is nothing where the entry knows no vendor")
    func unknown() {
        #expect(VendorAPI(Integration(id: "x", name: "X")) == nil)
    }
}
