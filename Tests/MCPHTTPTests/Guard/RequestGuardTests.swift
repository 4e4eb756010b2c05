import HTTPTypes
import Testing

@testable import MCPHTTP

@Suite("The guard of a server")
struct RequestGuardTests {
    static let guarding = RequestGuard(hosts: ["mcp.example.com", "ported:8443"], origins: ["https://app.example.com"])

    @Test(
        "looks at Host and Origin",
        arguments: [
            ("localhost:3000", nil, nil), ("127.0.0.1:1", nil, nil), ("[::1]:80", nil, nil),
            ("LOCALHOST", "http://localhost:9", nil),
            ("mcp.example.com", nil, nil), ("MCP.example.com:443", "https://app.example.com", nil),
            ("ported:8443", nil, nil), ("ported:1", nil, .host("ported:1")),
            ("evil.example.com", nil, .host("evil.example.com")), (nil, nil, .host(nil)), ("", nil, .host("")),
            ("localhost.evil.com", nil, .host("localhost.evil.com")),
            ("localhost", "http://evil.example.com", .origin("http://evil.example.com")),
            ("localhost", "null", .origin("null")),
            ("localhost", "http://localhost.evil.com", .origin("http://localhost.evil.com")),
            ("localhost", "http://localhost@evil.com", .origin("http://localhost@evil.com")),
            ("localhost", "http://localhost/path", .origin("http://localhost/path")),
        ] as [(String?, String?, RequestGuard.Refusal?)]
    )
    func decisions(host: String?, origin: String?, refusal: RequestGuard.Refusal?) {
        var fields = HTTPFields()
        fields[.origin] = origin
        #expect(Self.guarding.refusal(authority: host, fields: fields) == refusal)
    }

    @Test("can be told not to trust loopback names")
    func noLoopback() {
        var strict = Self.guarding
        strict.acceptsLoopback = false
        #expect(strict.refusal(authority: "localhost", fields: HTTPFields()) == .host("localhost"))
    }

    @Test("refuses what a browser marks as sent by another site")
    func crossSite() throws {
        var fields = HTTPFields()
        fields[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
        #expect(Self.guarding.refusal(authority: "localhost", fields: fields) == .crossSite)
        fields[.origin] = "https://app.example.com"
        #expect(Self.guarding.refusal(authority: "localhost", fields: fields) == nil, "an origin on the list may")
    }
}
