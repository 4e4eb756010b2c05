import Testing

@testable import MCPHTTP

@Suite("Proxy settings")
struct ProxySettingsTests {
    @Test(
        "choose a proxy by scheme, unless the host is an exception or this machine",
        arguments: [
            ("https://example.com/", "http://secure:3128"), ("http://example.com/", "http://plain:8080"),
            ("http://localhost:1/", nil), ("http://127.0.0.1/", nil),
            ("https://internal.test/", nil), ("https://a.internal.test/", nil),
            ("https://notinternal.test/", "http://secure:3128"),
            ("https://port.test:8443/", nil), ("https://port.test/", "http://secure:3128"), ("http://10.0.0.1/", nil),
            ("https://sub.star.test/", nil),
        ] as [(String, String?)]
    )
    func choice(address: String, proxy: String?) throws {
        let settings = try ProxySettings(
            httpProxy: "plain:8080",
            httpsProxy: "http://secure:3128",
            noProxy: ".internal.test, port.test:8443 10.0.0.1,*.star.test"
        )
        #expect(settings.proxy(for: try HTTPAddress(address).origin)?.description == proxy)
    }

    @Test("say nothing when empty, fall back to the common one, and except everything with a star")
    func fallback() throws {
        let origin = HTTPOrigin(scheme: .https, host: "example.com")
        #expect(try ProxySettings(httpProxy: "", httpsProxy: nil) == .none)
        #expect(try ProxySettings(httpProxy: nil, httpsProxy: "", allProxy: "p:1").proxy(for: origin)?.origin.port == 1)
        #expect(try ProxySettings(httpProxy: nil, httpsProxy: "p:1", noProxy: "*").proxy(for: origin) == nil)
    }

    @Test("take credentials, decoded, and never print them")
    func credentials() throws {
        let proxy = try ProxyServer("http://al%40ice:s%3Ae:c@proxy:3128/")
        #expect(
            proxy
                == ProxyServer(
                    origin: HTTPOrigin(scheme: .http, host: "proxy", port: 3128),
                    user: "al@ice",
                    password: "s:e:c"
                )
        )
        #expect(proxy.description == "http://proxy:3128 (with credentials)")
    }

    @Test("name an address that cannot be used")
    func fault() {
        #expect(throws: HTTPAddressError.scheme("socks5")) {
            try ProxySettings(httpProxy: nil, httpsProxy: "socks5://p:1080")
        }
    }
}
