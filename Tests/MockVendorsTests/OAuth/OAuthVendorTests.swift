import JSON
import MCPAuthorization
import MockVendors
import Testing

@Suite("OAuth vendor")
struct OAuthVendorTests {
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let redirect = "http://127.0.0.1:1234/callback"

    static func vendor(_ adjust: (inout OAuthScript) -> Void = { _ in }) -> OAuthVendor {
        var script = OAuthScript(clients: [.init(id: "me", redirectURIs: [redirect])])
        adjust(&script)
        return OAuthVendor(script, origin: "http://127.0.0.1:9")
    }

    static func code(_ vendor: inout OAuthVendor, redirect: String = redirect) -> OAuthReply {
        vendor.answer(
            OAuthCall(
                "GET",
                "/authorize",
                query: FormFields([
                    "response_type": "code", "client_id": "me", "redirect_uri": redirect, "state": "s",
                    "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256",
                    "resource": "r",
                ])
            ),
            now: 0
        )
    }

    static func token(_ vendor: inout OAuthVendor, _ form: FormFields, now: Int64 = 0) -> JSONValue {
        var form = form
        form.append("client_id", "me")
        form.append("resource", "r")
        let reply = vendor.answer(OAuthCall("POST", "/token", body: Array(form.encoded.utf8)), now: now)
        guard case .document(let json, _) = reply else { return nil }
        return json
    }

    static func exchange(_ vendor: inout OAuthVendor, verifier: String = verifier) throws -> JSONValue {
        guard case .redirect(let target) = code(&vendor) else { return nil }
        let query = FormFields(decoding: target.split(separator: "?")[1])
        #expect(query["state"] == "s")
        #expect(query["iss"] == "http://127.0.0.1:9")
        return token(
            &vendor,
            FormFields([
                "grant_type": "authorization_code", "code": try #require(query["code"]), "redirect_uri": redirect,
                "code_verifier": verifier,
            ])
        )
    }

    @Test("gives tokens for a code with its verifier, and nothing for another verifier")
    func proofKey() throws {
        var vendor = Self.vendor()
        #expect(try Self.exchange(&vendor)["access_token"] != nil)
        #expect(try Self.exchange(&vendor, verifier: "another")["error"] == "invalid_grant")
    }

    @Test("sends nobody to an address that was not registered")
    func redirectAddress() {
        var vendor = Self.vendor()
        let reply = Self.code(&vendor, redirect: "http://127.0.0.1:1234/callback2")
        guard case .document(let json, 400) = reply else {
            Issue.record("\(reply)")
            return
        }
        #expect(json["error"] == "invalid_redirect_uri")
    }

    @Test("rotates refresh tokens, and ends the family of one that is used twice")
    func rotation() throws {
        var vendor = Self.vendor()
        let first = try #require(try Self.exchange(&vendor)["refresh_token"]?.stringValue)
        let form = FormFields(["grant_type": "refresh_token", "refresh_token": first])
        let second = Self.token(&vendor, form)
        let access = try #require(second["access_token"]?.stringValue)
        #expect(vendor.token(access, now: 0) != nil)
        #expect(Self.token(&vendor, form)["error"] == "invalid_grant")
        #expect(vendor.token(access, now: 0) == nil)
        let next = FormFields([
            "grant_type": "refresh_token", "refresh_token": second["refresh_token"]?.stringValue ?? "",
        ])
        #expect(Self.token(&vendor, next)["error"] == "invalid_grant")
    }

    @Test("ends a token at its time")
    func lifetime() throws {
        var vendor = Self.vendor { $0.tokenLifetimeInSeconds = 10 }
        let access = try #require(try Self.exchange(&vendor)["access_token"]?.stringValue)
        #expect(vendor.token(access, now: 9) != nil)
        #expect(vendor.token(access, now: 10) == nil)
    }

    @Test("counts scripted faults down", arguments: [503, 500])
    func faults(status: Int) throws {
        var vendor = Self.vendor { $0.faults = [.tokenStatus(status, times: 1)] }
        #expect(try Self.exchange(&vendor)["error"] == "server_error")
        #expect(try Self.exchange(&vendor)["access_token"] != nil)
    }

    @Test("learns a client from its document only when that is about it")
    func document() {
        var vendor = Self.vendor()
        let document: JSONValue = [
            "client_id": "https://a.example.com/c.json", "client_name": "a", "redirect_uris": ["http://127.0.0.1/"],
        ]
        let own = vendor.learn(document, at: "https://a.example.com/c.json")
        let foreign = vendor.learn(document, at: "https://b.example.com/c.json")
        #expect(own && !foreign)
    }

    @Test(
        "publishes its metadata at one place",
        arguments: [
            (OAuthScript.Publication.oauth, "/.well-known/oauth-authorization-server/t"),
            (.openIDInserted, "/.well-known/openid-configuration/t"),
            (.openIDAppended, "/t/.well-known/openid-configuration"),
        ]
    )
    func publication(publication: OAuthScript.Publication, path: String) {
        var vendor = OAuthVendor(
            OAuthScript(issuerPath: "/t", publication: publication),
            origin: "http://127.0.0.1:9"
        )
        guard case .document(let json, 200) = vendor.answer(OAuthCall("GET", path), now: 0) else {
            Issue.record("no document at \(path)")
            return
        }
        #expect(json["issuer"] == "http://127.0.0.1:9/t")
        let other = vendor.answer(OAuthCall("GET", "/.well-known/none"), now: 0)
        #expect(other == .empty(status: 404))
    }
}
