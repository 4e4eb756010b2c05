import JSON
import MCPHTTP
import Testing

@testable import MCPAuthorization

@Suite("Authorization request")
struct AuthorizationRequestTests {
    static func request(namesIssuer: Bool = true, endpoint: String = "https://auth.example.com/authorize") throws
        -> AuthorizationRequest
    {
        let server = try HTTPAddress("https://mcp.example.com/mcp")
        var metadata = ServerMetadata(defaultsAt: try HTTPAddress("https://auth.example.com").origin)
        metadata.namesIssuer = namesIssuer
        return AuthorizationRequest(
            at: DiscoveredServer(
                server: server,
                resource: "https://mcp.example.com/mcp",
                metadata: metadata,
                isLegacy: false
            ),
            endpoint: try HTTPAddress(endpoint),
            clientID: "me",
            redirectURI: "http://127.0.0.1:7777/callback",
            scopes: ["a", "offline_access"],
            state: "st-1",
            proof: ProofKey(verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        )
    }

    @Test("carries everything the specification asks for")
    func parameters() throws {
        let address = try Self.request(endpoint: "https://auth.example.com/authorize?tenant=1").address
        let form = FormFields(decoding: address.query ?? "")
        let expected = [
            "tenant": "1", "response_type": "code", "client_id": "me", "scope": "a offline_access", "state": "st-1",
            "redirect_uri": "http://127.0.0.1:7777/callback", "resource": "https://mcp.example.com/mcp",
            "code_challenge_method": "S256", "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        ]
        for (name, value) in expected { #expect(form[name] == value) }
    }

    @Test(
        "checks the issuer of an answer as RFC 9207 does",
        arguments: [
            (true, "https://auth.example.com", nil), (true, nil, .missingIssuer), (false, nil, nil),
            (false, "https://auth.example.com", nil), (true, "https://auth.example.com/", .foreignIssuer),
            (false, "https://evil.example.com", .foreignIssuer), (true, "HTTPS://auth.example.com", .foreignIssuer),
        ] as [(Bool, String?, AuthorizationFault.CallbackFault?)]
    )
    func issuer(namesIssuer: Bool, named: String?, fault: AuthorizationFault.CallbackFault?) throws {
        let request = try Self.request(namesIssuer: namesIssuer)
        for outcome in ["code=c", "error=access_denied"] {
            var text = "http://127.0.0.1:7777/callback?state=st-1&\(outcome)"
            if let named { text += "&iss=" + FormFields.encoded(named) }
            let callback = Secret(text)
            if let fault {
                #expect(throws: AuthorizationFault.badCallback(fault)) { try request.code(from: callback) }
            } else if outcome == "code=c" {
                #expect(try request.code(from: callback) == Secret("c"))
            } else {
                #expect(throws: AuthorizationFault.declined(.accessDenied)) { try request.code(from: callback) }
            }
        }
    }

    @Test(
        "takes no answer that is not its own",
        arguments: [
            ("http://127.0.0.1:7777/callback?code=c&state=other", AuthorizationFault.CallbackFault.foreignState),
            ("http://127.0.0.1:7777/callback?code=c", .foreignState),
            ("http://127.0.0.1:7777/callback?code=c&code=d&state=st-1", .repeatedParameter),
            ("http://127.0.0.1:7778/callback?code=c&state=st-1", .unreadable),
            ("http://127.0.0.1:7777/callback?state=st-1", .missingCode),
        ]
    )
    func foreign(callback: String, fault: AuthorizationFault.CallbackFault) throws {
        let request = try Self.request(namesIssuer: false)
        #expect(throws: AuthorizationFault.badCallback(fault)) { try request.code(from: Secret(callback)) }
    }

    @Test(
        "takes what people paste",
        arguments: [
            "  http://127.0.0.1:7777/callback?code=c%2B1&state=st-1\n", "code=c%2B1&state=st-1",
            "?code=c%2B1&state=st-1",
        ]
    )
    func pasted(text: String) throws {
        #expect(try Self.request(namesIssuer: false).code(from: Secret(text)) == Secret("c+1"))
    }
}
