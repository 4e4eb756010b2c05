import HTTPTypes
import MCPAuthorization
import MCPHTTP
import MockVendors
import Testing

@Suite("An authorization server in a private network", .timeLimit(.minutes(1)))
struct PrivateIssuerTests {
    private static let origin = "https://mcp.vendor.example"

    private static func authorizer(
        _ exchanger: any HTTPExchanger,
        allowsPrivateIssuer: Bool = false,
        _ names: [String: [String]]
    ) throws -> OAuthAuthorizer {
        OAuthAuthorizer(
            AuthorizerSettings(
                server: try HTTPAddress(origin + "/mcp"),
                profile: ClientProfile(name: "OpenWork"),
                allowsPrivateIssuer: allowsPrivateIssuer
            ),
            world: AuthorizerWorld(
                exchanger: exchanger,
                store: MemoryGrantStore(),
                browser: nil,
                resolve: { origin throws(HTTPFault) in
                    guard let known = names[origin.host] else { throw .unreachable(.dns, "no such host") }
                    return known.compactMap { NetworkAddress($0) }
                },
                clock: PauseClock(),
                now: TestTime().now
            )
        )
    }

    /// A public server that names an issuer elsewhere.
    private static func vendor(_ issuer: String) -> NamingExchanger {
        NamingExchanger(server: origin, issuer: issuer)
    }

    @Test(
        "is not called under whatever public name it goes",
        arguments: [
            ["10.0.0.6"], ["169.254.169.254"], ["127.0.0.1"], ["::1"], ["fd00:ec2::254"], ["::ffff:192.168.0.1"],
            ["8.8.8.8", "192.168.0.1"],
        ]
    )
    func named(addresses: [String]) async throws {
        let exchanger = Self.vendor("https://login.vendor.example")
        let names = ["mcp.vendor.example": ["8.8.4.4"], "login.vendor.example": addresses]
        let authorizer = try Self.authorizer(exchanger, names)
        #expect(await authorizer.refused(status: 401, challenges: [], sent: [:]) == false)
        let bad = try #require(addresses.compactMap { NetworkAddress($0) }.first { !$0.isPublic })
        let refusal = AddressRefusal(target: "https://login.vendor.example", rule: .privateAddress(bad))
        #expect(authorizer.fault == .refusedAddress(refusal))
        #expect(exchanger.hosts == ["mcp.vendor.example"])
    }

    @Test("is not called either where the server's own name stands for a private address: it may be made to")
    func ownName() async throws {
        let exchanger = Self.vendor("https://login.vendor.example")
        let names = ["mcp.vendor.example": ["10.0.0.5"], "login.vendor.example": ["10.0.0.6"]]
        let authorizer = try Self.authorizer(exchanger, names)
        #expect(await authorizer.refused(status: 401, challenges: [], sent: [:]) == false)
        #expect(exchanger.hosts == ["mcp.vendor.example"])
    }

    @Test("that is public is called over a connection that may not lead elsewhere")
    func confined() async throws {
        let exchanger = Self.vendor("https://login.vendor.example")
        let authorizer = try Self.authorizer(exchanger, ["login.vendor.example": ["8.8.8.8", "2606:4700::1111"]])
        #expect(await authorizer.refused(status: 401, challenges: [], sent: [:]) == false)
        #expect(exchanger.hosts == ["mcp.vendor.example", "login.vendor.example"])
        #expect(exchanger.confinedHosts == ["login.vendor.example"])
    }

    @Test("is called where the settings of a server in the same network say so")
    func allowed() async throws {
        let exchanger = Self.vendor("https://login.vendor.example")
        let authorizer = try Self.authorizer(exchanger, allowsPrivateIssuer: true, [:])
        #expect(await authorizer.refused(status: 401, challenges: [], sent: [:]) == false)
        #expect(exchanger.hosts == ["mcp.vendor.example", "login.vendor.example"])
        #expect(exchanger.confinedHosts == [])
    }

    @Test("is not reached by a redirect of a public one", arguments: [301, 302, 303, 307, 308])
    func redirected(status: Int) async throws {
        let exchanger = NamingExchanger(server: Self.origin, issuer: "", redirect: (status, "https://10.0.0.6/meta"))
        let authorizer = try Self.authorizer(exchanger, ["mcp.vendor.example": ["8.8.4.4"]])
        #expect(await authorizer.refused(status: 401, challenges: [], sent: [:]) == false)
        #expect(exchanger.hosts == ["mcp.vendor.example"])
    }

    @Test("is the right one for a server on loopback")
    func loopback() async throws {
        let exchanger = VendorExchanger(OAuthScript(), origin: LegacyLoginTests.origin)
        let authorizer = try LegacyLoginTests.authorizer(exchanger)
        #expect(await authorizer.refused(status: 401, challenges: [], sent: [:]))
    }
}
