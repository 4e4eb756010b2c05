import Testing

@testable import MCPHTTP

@Suite("An HTTP address")
struct HTTPAddressTests {
    @Test(
        "is read into origin, path and query",
        arguments: [
            ("http://localhost:3000/mcp", "http://localhost:3000", "/mcp"),
            ("HTTPS://Example.COM", "https://example.com", "/"),
            ("https://example.com:443/a?b=c#d", "https://example.com", "/a?b=c"),
            ("http://[::1]:80/x", "http://[::1]", "/x"),
            ("http://a/b/../c/./d/", "http://a", "/c/d/"),
            ("http://a?x", "http://a", "/?x"),
        ]
    )
    func reading(text: String, origin: String, target: String) throws {
        let address = try HTTPAddress(text)
        #expect(address.origin.description == origin)
        #expect(address.target == target)
    }

    @Test(
        "names what is wrong with it",
        arguments: [
            ("localhost:3000", .scheme("localhost")), ("mcp", .scheme("")), ("ftp://a/", .scheme("ftp")),
            ("http://", .host("")), ("http://a:99999/", .host("a:99999")), ("http://a:x/", .host("a:x")),
            ("http://user:secret@a/", .credentials), ("http://a/ b", .character(offset: 9)),
            ("http://ä/", .character(offset: 7)), ("http://[::1/", .host("[::1")),
        ] as [(String, HTTPAddressError)]
    )
    func faults(text: String, error: HTTPAddressError) {
        #expect(throws: error) { try HTTPAddress(text) }
    }

    @Test(
        "resolves references",
        arguments: [
            ("/messages?id=1", "http://a/messages?id=1"), ("messages", "http://a/b/messages"),
            ("../x", "http://a/x"), ("?q", "http://a/b/c?q"), ("", "http://a/b/c?old"),
            ("//other/x", "http://other/x"), ("https://a/x", "https://a/x"), ("http://a:80/x", "http://a/x"),
            ("x:y/z", nil),
        ] as [(String, String?)]
    )
    func resolving(reference: String, expected: String?) throws {
        let base = try HTTPAddress("http://a/b/c?old")
        #expect((try? base.resolving(reference))?.description == expected)
    }

    @Test(
        "knows loopback without asking anybody",
        arguments: [
            ("localhost", true), ("a.localhost", true), ("127.0.0.1", true), ("127.9.9.9", true), ("[::1]", true),
            ("127.0.0.1.example.com", false), ("localhost.example.com", false), ("10.0.0.1", false), ("127.1", false),
        ]
    )
    func loopback(host: String, expected: Bool) {
        #expect(HTTPOrigin(scheme: .http, host: host).isLoopback == expected)
    }
}
