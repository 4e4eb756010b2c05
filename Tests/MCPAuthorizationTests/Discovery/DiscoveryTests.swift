import JSON
import MCPAuthorization
import MCPHTTP
import Testing

@Suite("Discovery")
struct DiscoveryTests {
    /// What a web site publishes: paths with documents; 404 for all others.
    typealias Site = [String: JSONValue]

    static let server = "https://mcp.example.com/public/mcp"
    static let inserted = "https://mcp.example.com/.well-known/oauth-protected-resource/public/mcp"
    static let root = "https://mcp.example.com/.well-known/oauth-protected-resource"

    static func resource(_ issuer: String, resource: String = server) -> JSONValue {
        ["resource": .string(resource), "authorization_servers": [.string(issuer)], "scopes_supported": ["a", "b"]]
    }

    static func metadata(_ issuer: String) -> JSONValue {
        [
            "issuer": .string(issuer), "token_endpoint": .string(issuer + "/token"),
            "authorization_endpoint": .string(issuer + "/authorize"), "code_challenge_methods_supported": ["S256"],
        ]
    }

    /// Runs discovery against a site; what was fetched, in order, and the end.
    static func run(
        _ site: Site,
        server: String = server,
        advertised: String? = nil,
        known: [String] = []
    ) throws -> (fetched: [String], end: Discovery.Step) {
        var discovery = Discovery(server: try HTTPAddress(server), advertised: advertised, knownIssuers: known)
        var step = discovery.start()
        var fetched: [String] = []
        while case .fetch(let address) = step {
            fetched.append(address.description)
            let document = site[address.description]
            step = discovery.fetched(status: document == nil ? 404 : 200, body: document?.utf8() ?? [])
        }
        return (fetched, step)
    }

    static func found(_ step: Discovery.Step) -> DiscoveredServer? {
        guard case .found(let server) = step else { return nil }
        return server
    }

    @Test("takes the document that the challenge names, and looks nowhere else")
    func advertised() throws {
        let place = "https://mcp.example.com/elsewhere"
        let issuer = "https://auth.example.com"
        let well = issuer + "/.well-known/oauth-authorization-server"
        let run = try Self.run([place: Self.resource(issuer), well: Self.metadata(issuer)], advertised: place)
        #expect(run.fetched == [place, well])
        let discovered = try #require(Self.found(run.end))
        #expect(discovered.metadata.issuer == issuer)
        #expect(discovered.resource == Self.server)
        #expect(discovered.resourceScopes == ["a", "b"])
        #expect(!discovered.isLegacy)
    }

    @Test("looks below the path of the server first, then at the root")
    func wellKnownOrder() throws {
        let issuer = "https://auth.example.com"
        let site: Site = [
            Self.root: Self.resource(issuer, resource: "https://mcp.example.com"),
            issuer + "/.well-known/openid-configuration": Self.metadata(issuer),
        ]
        let run = try Self.run(site)
        #expect(
            run.fetched == [
                Self.inserted, Self.root, issuer + "/.well-known/oauth-authorization-server",
                issuer + "/.well-known/openid-configuration",
            ]
        )
        #expect(Self.found(run.end)?.resource == "https://mcp.example.com")
    }

    @Test(
        "tries the three places of an issuer with a path in the specified order",
        arguments: [
            "https://auth.example.com/.well-known/oauth-authorization-server/tenant1",
            "https://auth.example.com/.well-known/openid-configuration/tenant1",
            "https://auth.example.com/tenant1/.well-known/openid-configuration",
        ]
    )
    func issuerPath(place: String) throws {
        let issuer = "https://auth.example.com/tenant1"
        let run = try Self.run([Self.inserted: Self.resource(issuer), place: Self.metadata(issuer)])
        #expect(run.fetched.last == place)
        #expect(Self.found(run.end)?.metadata.issuer == issuer)
    }

    @Test("refuses metadata of another resource", arguments: ["https://evil.example.com/mcp", Self.server + "/deeper"])
    func foreignResource(resource: String) throws {
        let run = try Self.run([Self.inserted: Self.resource("https://auth.example.com", resource: resource)])
        #expect(run.end == .failed(.badMetadata(.foreignResource(resource))))
    }

    @Test(
        "compares issuers character by character",
        arguments: ["https://honest.example.com", "https://auth.example.com/"]
    )
    func foreignIssuer(named: String) throws {
        let issuer = "https://auth.example.com"
        let site: Site = [
            Self.inserted: Self.resource(issuer),
            issuer + "/.well-known/oauth-authorization-server": Self.metadata(named),
        ]
        let run = try Self.run(site)
        #expect(run.end == .failed(.badMetadata(.foreignIssuer(expected: issuer, found: named))))
    }

    @Test("prefers an authorization server that it knows")
    func knownIssuer() throws {
        let (first, second) = ("https://one.example.com", "https://two.example.com")
        let site: Site = [
            Self.inserted: [
                "resource": .string(Self.server), "authorization_servers": [.string(first), .string(second)],
            ],
            first + "/.well-known/oauth-authorization-server": Self.metadata(first),
            second + "/.well-known/oauth-authorization-server": Self.metadata(second),
        ]
        #expect(Self.found(try Self.run(site).end)?.metadata.issuer == first)
        #expect(Self.found(try Self.run(site, known: [second]).end)?.metadata.issuer == second)
    }

    @Test("takes a server without resource metadata for its own authorization server")
    func legacyMetadata() throws {
        let issuer = "https://mcp.example.com"
        let run = try Self.run([issuer + "/.well-known/oauth-authorization-server": Self.metadata(issuer)])
        let discovered = try #require(Self.found(run.end))
        #expect(discovered.isLegacy)
        #expect(discovered.resource == Self.server)
    }

    @Test("falls back to the default endpoints of 2025-03-26 when nothing is published")
    func legacyDefaults() throws {
        let run = try Self.run([:])
        #expect(run.fetched.count == 4)
        let metadata = try #require(Self.found(run.end)).metadata
        #expect(metadata.authorizationEndpoint?.description == "https://mcp.example.com/authorize")
        #expect(metadata.tokenEndpoint.description == "https://mcp.example.com/token")
        #expect(metadata.registrationEndpoint?.description == "https://mcp.example.com/register")
    }

    @Test("ends when a document cannot be had for now, so that an outage decides nothing", arguments: [429, 500, 503])
    func outage(status: Int) throws {
        var discovery = Discovery(server: try HTTPAddress(Self.server))
        _ = discovery.start()
        #expect(discovery.fetched(status: status, body: []) == .failed(.unavailable(status: status)))
    }

    @Test(
        "follows no redirect and takes no page for a document",
        arguments: [(302, ""), (200, "<!doctype html>"), (200, "[]")]
    )
    func noDocument(status: Int, body: String) throws {
        var discovery = Discovery(server: try HTTPAddress(Self.server))
        _ = discovery.start()
        #expect(discovery.fetched(status: status, body: Array(body.utf8)) == .fetch(try HTTPAddress(Self.root)))
    }

    @Test(
        "asks nobody in a private network, and nobody without encryption",
        arguments: [
            ("https://169.254.169.254/latest", AddressRefusal.Rule.privateHost),
            ("https://127.0.0.1/x", .privateHost), ("https://router.local/x", .privateHost),
            ("http://auth.example.com/x", .unencrypted),
        ]
    )
    func refusedAddress(place: String, rule: AddressRefusal.Rule) throws {
        let origin = try HTTPAddress(place).origin.description
        let refusal = AuthorizationFault.refusedAddress(AddressRefusal(target: origin, rule: rule))
        #expect(try Self.run([:], advertised: place).end == .failed(refusal))
        #expect(try Self.run([Self.inserted: Self.resource(place)]).end == .failed(refusal))
    }

    @Test("refuses a server without encryption that is not on loopback")
    func unencryptedServer() throws {
        let refusal = AddressRefusal(target: "http://mcp.example.com", rule: .unencrypted)
        #expect(try Self.run([:], server: "http://mcp.example.com/mcp").end == .failed(.refusedAddress(refusal)))
        #expect(Self.found(try Self.run([:], server: "http://localhost:9000/mcp").end) != nil)
    }
}
