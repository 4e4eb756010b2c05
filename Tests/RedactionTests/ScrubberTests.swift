import JSON
import Redaction
import Testing
import TestSupport

@Suite("Taking secrets out")
struct ScrubberTests {
    static let secret = "s3cr\"t/Vålue+x"

    private func scrubber() throws -> Scrubber {
        Scrubber([try #require(DeclaredSecret(name: "API_KEY", value: Self.secret))])
    }

    @Test("a declared secret goes in every dress", arguments: SecretDress.allCases)
    func dresses(_ dress: SecretDress) throws {
        var scrubber = try scrubber()
        let dressed = dress.text(of: Self.secret)
        let scrubbed = scrubber.text("before \(dressed) after")
        #expect(scrubbed.hasPrefix("before "))
        #expect(scrubbed.hasSuffix(" after"))
        #expect(scrubbed.contains("<redacted:API_KEY>"))
        #expect(!SecretDress.gives(away: Self.secret, in: scrubbed))
    }

    @Test("a secret in the middle of Base64 goes, wherever it begins", arguments: 0..<6)
    func alignment(_ offset: Int) throws {
        var scrubber = try scrubber()
        let text = String("user:xy".prefix(offset)) + Self.secret + ":more of it"
        let scrubbed = scrubber.text("Basic " + SecretDress.base64.text(of: text))
        #expect(scrubbed.contains("<redacted:API_KEY>"))
        #expect(!SecretDress.gives(away: Self.secret, in: scrubbed))
    }

    @Test("strings, keys, numbers and JSON in strings of a message are all looked at")
    func json() throws {
        var scrubber = Scrubber([
            try #require(DeclaredSecret(name: "KEY", value: Self.secret)),
            try #require(DeclaredSecret(name: "PIN", value: "482910")),
        ])
        let inner = JSONValue.object(["deep": .string(Self.secret)]).text()
        let message: JSONValue = [
            "a": .string("x" + Self.secret), "n": 482910, "inner": .string(inner),
            "list": [.string(Self.secret)],
        ]
        var keyed = try #require(message.objectValue)
        keyed[Self.secret] = true
        #expect(
            scrubber.value(.object(keyed)) == [
                "a": "x<redacted:KEY>", "n": "<redacted:PIN>", "inner": "{\"deep\":\"<redacted:KEY>\"}",
                "list": ["<redacted:KEY>"], "<redacted:KEY>": true,
            ]
        )
        #expect(scrubber.redactions == ["<redacted:KEY>": 4, "<redacted:PIN>": 1])
    }

    @Test(
        "the address of a server's OAuth metadata is no secret",
        arguments: [
            "Bearer resource_metadata=https://mcp.example.com/.well-known/oauth-protected-resource",
            "Bearer scope=\"a\",authorization_uri=\"https://api.example.com/.well-known/oauth-authorization-server\"",
        ]
    )
    func published(_ challenge: String) {
        var scrubber = Scrubber()
        #expect(scrubber.text(challenge) == challenge)
        #expect(scrubber.text("Bearer https://a1b2c3:d4e5f6@example.com/.well-known/x").contains("<redacted:"))
    }

    @Test(
        "what looks like a credential goes without being declared",
        arguments: [
            ("token ghp_abcdefghijklmnopqrstuvwxyz0123456789", "github-token-1"),
            ("xoxb-123456789012-abcdefGHIJ", "slack-token-1"),
            ("AKIAIOSFODNN7EXAMPLE", "aws-key-1"),
            ("sk-proj-abcdefghij0123456789abcd", "secret-key-1"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "jwt-1"),
            ("Authorization: Bearer abc123def456", "bearer-token-1"),
            ("said Bearer abc123def456ghi", "bearer-token-1"),
            ("https://user:pass@host/x", "url-user"),
            ("https://host/x?api_key=abcd", "value-of-api_key"),
            ("DB_PASSWORD=hunter22", "value-of-DB_PASSWORD"),
            ("{'apiToken': 'abc123def456ghi'}", "value-of-apiToken"),
            ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----", "private-key"),
        ]
    )
    func shapes(_ text: String, name: String) {
        var scrubber = Scrubber()
        let scrubbed = scrubber.text(text)
        #expect(scrubber.redactions["<redacted:\(name)>"] == 1, "\(scrubbed)")
    }

    @Test(
        "ordinary texts stay as they are",
        arguments: [
            "The token is required", "max_tokens=4096", "nextPageToken: CAUQAA1234567890", "{\"progressToken\": 7}",
            "see https://example.com/a@b?key=PROJ-123", "Bearer authentication is described below",
            "password: string", "a task-force for risk-averse people", "2026-07-28T10:11:12.123456Z",
            "The secret of success = hard work", "cookie: yes",
        ]
    )
    func ordinary(_ text: String) {
        var scrubber = Scrubber()
        #expect(scrubber.text(text) == text)
        #expect(scrubber.value(["description": .string(text)]) == ["description": .string(text)])
        #expect(scrubber.redactions.isEmpty)
    }

    @Test("the schema of an argument that takes a password is no secret")
    func schemas() {
        let schema: JSONValue = [
            "properties": [
                "password": ["type": "string", "description": "The password"], "apiKey": ["type": "string"],
            ],
            "required": ["password"],
        ]
        var scrubber = Scrubber()
        #expect(scrubber.value(schema) == schema)
    }

    @Test("the same secret gets the same placeholder, and another one another")
    func stable() {
        var scrubber = Scrubber()
        let (one, two) = ("ghp_aaaaaaaaaaaaaaaaaaaaaaaaa1", "ghp_bbbbbbbbbbbbbbbbbbbbbbbbb2")
        #expect(
            scrubber.text("\(one) \(two) \(one)")
                == "<redacted:github-token-1> <redacted:github-token-2> <redacted:github-token-1>"
        )
    }

    @Test("mail addresses and ids go only on request")
    func personal() {
        let text = "ann.lee@example.com has 1234567 and 0b0f0a4e-1c1d-4b9e-9a2e-3f4d5c6b7a80"
        var plain = Scrubber()
        #expect(plain.text(text) == text)
        var strict = Scrubber(options: ScrubOptions(removesEmails: true, removesIdentifiers: true))
        #expect(strict.text(text) == "<redacted:email-1> has <redacted:id-1> and <redacted:id-2>")
    }

    @Test("of the fields of HTTP only those of the protocol stay, and no credential")
    func fields() throws {
        var scrubber = try scrubber()
        let fields = scrubber.fields([
            ("Content-Type", "application/json"), ("Authorization", "Bearer abc"), ("X-Api-Key", "k"),
            ("User-Agent", "me"), ("Mcp-Session-Id", "4711-abcdef"), ("Mcp-Param-X", Self.secret),
        ])
        #expect(
            fields == [
                "content-type": "application/json", "authorization": "Bearer <redacted:authorization-1>",
                "x-api-key": "<redacted:x-api-key-1>", "mcp-session-id": "<redacted:session-1>",
                "mcp-param-x": "<redacted:API_KEY>",
            ]
        )
    }

    @Test("what was declared is put back for a live server, and nothing else")
    func restoring() throws {
        let scrubber = try scrubber()
        let value: JSONValue = ["a": ["Bearer <redacted:API_KEY>!", "<redacted:jwt-1>"], "b": 1]
        #expect(scrubber.restoring(value) == ["a": [.string("Bearer \(Self.secret)!"), "<redacted:jwt-1>"], "b": 1])
    }

    @Test("a secret that is too short to be told apart is not accepted, and none prints")
    func declaring() throws {
        #expect(DeclaredSecret(name: "A", value: "abc") == nil)
        let secret = try #require(DeclaredSecret(name: "A", value: "abcd"))
        #expect("\(secret)" == "DeclaredSecret(A)")
    }
}
