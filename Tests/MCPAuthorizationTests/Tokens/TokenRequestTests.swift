import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import Testing

@Suite("Token request")
struct TokenRequestTests {
    private func call(_ authentication: ClientAuthentication) throws -> HTTPCall {
        let identity = ClientIdentity(clientID: "me & co", authentication: authentication, source: .registered)
        let request = TokenRequest(
            .code(Secret("c"), redirectURI: "http://127.0.0.1:1/callback", verifier: Secret("v")),
            endpoint: try HTTPAddress("https://auth.example.com/token"),
            issuer: "https://auth.example.com",
            resource: "https://mcp.example.com/mcp",
            identity: identity
        )
        return try request.call(now: 1_000, entropy: countingEntropy()).opened()
    }

    @Test("sends a public client's id in the body, and no header")
    func publicClient() throws {
        let call = try call(.none)
        let form = FormFields(decoding: String(decoding: call.body, as: UTF8.self))
        #expect(call.fields[.authorization] == nil)
        #expect(form["client_id"] == "me & co")
        #expect(form["resource"] == "https://mcp.example.com/mcp")
        #expect(form["code_verifier"] == "v")
        #expect(form["grant_type"] == "authorization_code")
    }

    @Test("encodes id and secret before Basic does")
    func basic() throws {
        let call = try call(.basic(Secret("s:1")))
        #expect(call.fields[.authorization] == "Basic " + Base64Text.standard("me%20%26%20co:s%3A1".utf8))
        #expect(!String(decoding: call.body, as: UTF8.self).contains("client_"))
    }

    @Test("sends a secret in the body only where it is wanted there")
    func post() throws {
        let call = try call(.post(Secret("s:1")))
        let form = FormFields(decoding: String(decoding: call.body, as: UTF8.self))
        #expect(form["client_secret"] == "s:1")
        #expect(call.fields[.authorization] == nil)
    }
}
