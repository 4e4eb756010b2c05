import HTTPTypes
import JSON
import MCPHTTP
import Testing

@testable import MCPAuthorization

@Suite("Redaction")
struct RedactionTests {
    static let secret = "hunter2-do-not-print"

    static func values() throws -> [any Sendable] {
        let address = try HTTPAddress("https://auth.example.com/token")
        let grant = Grant(
            server: address,
            resource: "r",
            issuer: "i",
            tokenEndpoint: address,
            clientID: "c",
            source: .registered,
            accessToken: Secret(secret),
            refreshToken: Secret(secret),
            requestedScopes: [],
            scopes: [],
            issuedAt: 1
        )
        let identity = ClientIdentity(clientID: "c", authentication: .basic(Secret(secret)), source: .registered)
        let request = TokenRequest(
            .refresh(Secret(secret)),
            endpoint: address,
            issuer: "i",
            resource: "r",
            identity: identity
        )
        let call = try request.call(now: 1, entropy: countingEntropy())
        let answer = #"{"access_token":"\#(secret)","refresh_token":"\#(secret)"}"#
        let registration = Registration(issuer: "i", clientID: "c", secret: Secret(secret), redirectURIs: [])
        let profile = ClientProfile(
            name: "n",
            registered: .init(clientID: "c", proof: .secret(Secret(secret)))
        )
        return [
            Secret(secret), grant, identity, request, call, registration, profile, Login.Step.send(call),
            Login.Step.granted(grant), try TokenAnswer(status: 200, body: Array(answer.utf8)),
            TokenRequest.Kind.code(Secret(secret), redirectURI: "u", verifier: Secret(secret)),
            ProofKey(verifier: secret),
        ]
    }

    @Test("prints no secret in any description, interpolation or dump")
    func descriptions() throws {
        for value in try Self.values() {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), String(describing: value), dumped] {
                #expect(!text.contains(Self.secret))
            }
        }
    }

    @Test("prints no state and no code of a login")
    func login() throws {
        let request = try AuthorizationRequestTests.request()
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped, "\(Login.Step.ask(request))"] {
            #expect(!text.contains("st-1"))
        }
    }

    @Test("words a fault of a server without repeating what the server said")
    func faults() throws {
        let body = #"{"error":"\#(Self.secret)","error_description":"\#(Self.secret)"}"#
        let error = #expect(throws: AuthorizationFault.self) {
            try TokenAnswer(status: 400, body: Array(body.utf8))
        }
        #expect(!"\(String(describing: error))".contains(Self.secret))
        #expect(error?.code == .credentialInvalid)
    }
}
