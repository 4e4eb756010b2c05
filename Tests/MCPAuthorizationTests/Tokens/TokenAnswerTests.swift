import MCPAuthorization
import Testing

@Suite("Token answer")
struct TokenAnswerTests {
    @Test("reads what is there")
    func success() throws {
        let text = #"{"access_token":"at","token_type":"bearer","expires_in":60,"refresh_token":"rt","scope":"a b"}"#
        let answer = try TokenAnswer(status: 200, body: Array(text.utf8))
        #expect(answer.accessToken == Secret("at"))
        #expect(answer.refreshToken == Secret("rt"))
        #expect(answer.lifetimeInSeconds == 60)
        #expect(answer.scopes == ["b", "a"])
    }

    @Test(
        "sorts refusals by what helps",
        arguments: [
            (400, #"{"error":"invalid_grant"}"#, AuthorizationFault.loginExpired),
            (401, #"{"error":"invalid_client"}"#, .clientRefused(.invalidClient)),
            (401, "", .clientRefused(.other)), (400, #"{"error":"invalid_scope"}"#, .declined(.invalidScope)),
            (400, #"{"error":"something new"}"#, .declined(.other)), (503, "", .unavailable(status: 503)),
            (500, #"{"error":"invalid_grant"}"#, .unavailable(status: 500)), (429, "", .unavailable(status: 429)),
            (200, #"{"access_token":"a b"}"#, .badMetadata(.missing(member: "access_token"))),
            (200, #"{"access_token":"a","token_type":"DPoP"}"#, .badMetadata(.missing(member: "token_type"))),
        ]
    )
    func refusals(status: Int, body: String, fault: AuthorizationFault) {
        #expect(throws: fault) { try TokenAnswer(status: status, body: Array(body.utf8)) }
    }
}
