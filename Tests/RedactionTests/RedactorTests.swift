import Redaction
import Testing

@Suite("A redactor")
struct RedactorTests {
    @Test(
        "takes a known secret out in every spelling it travels in",
        arguments: [
            "key p@ss w/rd!x here", "key cEBzcyB3L3JkIXg= here", "key p%40ss%20w%2Frd%21x here",
        ]
    )
    func knownSecret(text: String) {
        let redacted = Redactor(secrets: ["APP_PASSWORD": "p@ss w/rd!x"]).redacted(text)
        #expect(redacted.hasPrefix("key [APP_PASSWORD]"))
        #expect(redacted.hasSuffix("here"))
    }

    @Test("takes out the longer of two secrets where one is part of the other")
    func nested() {
        let redactor = Redactor(secrets: ["SHORT": "abcd", "LONG": "abcd-efgh"])
        #expect(redactor.redacted("abcd-efgh, abcd") == "[LONG], [SHORT]")
    }

    @Test(
        "takes out what looks like a credential",
        arguments: [
            ("bad token ghp_1234567890abcdefABCDEF", "bad token [redacted]"),
            ("Authorization: Bearer abc123DEF", "Authorization: Bearer [redacted]"),
            ("GET /x?api_key=hunter2&page=1", "GET /x?api_key=[redacted]&page=1"),
            (#"{"access_token": "Zx81mixed"}"#, #"{"access_token": "[redacted]"}"#),
            ("postgres://user:word@host/db", "postgres://[redacted]@host/db"),
            ("hash 0123456789abcdef0123456789abcdef end", "hash [redacted] end"),
            ("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- rest", "[redacted] rest"),
        ]
    )
    func shapes(text: String, expected: String) {
        #expect(Redactor.shapesOnly.redacted(text) == expected)
    }

    @Test(
        "leaves what people have to read",
        arguments: [
            "Set GITHUB_PERSONAL_ACCESS_TOKEN: openwork configure github",
            "Invalid token: unauthorized",
            "error=\"invalid_token\", error_description=\"Missing or invalid access token\"",
            "request 8c2f0a57-31c8-4a6e-9d52-6f4b7c1f9a10 failed",
            "GET https://api.github.com/user: 401 Bad credentials []",
            "Sun, 06 Nov 1994 08:49:37 GMT", "password is required", "Bearer undefined", "token: missing",
            "Error calling tool 'list_accessible_customers': no",
        ]
    )
    func harmless(text: String) {
        #expect(Redactor.shapesOnly.redacted(text) == text)
    }

    @Test("shows nothing of what it hides when printed or dumped")
    func description() {
        let redactor = Redactor(secrets: ["A": "very-secret-value"])
        var dumped = ""
        dump(redactor, to: &dumped)
        #expect(!"\(redactor) \(dumped) \(String(reflecting: redactor))".contains("very-secret"))
    }
}
