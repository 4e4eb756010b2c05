import HTTPTypes
import Logging
import MCPAuthorization
import MCPHTTP
import MockVendors
import Testing

@Suite("Logins of revision 2025-03-26", .timeLimit(.minutes(1)))
struct LegacyLoginTests {
    static let origin = "http://127.0.0.1:9"

    static func authorizer(_ exchanger: VendorExchanger, store: any GrantStore = MemoryGrantStore()) throws
        -> OAuthAuthorizer
    {
        let browser = PastingBrowser { request throws(AuthorizationFault) in
            guard let reply = try? await exchanger.exchange(HTTPCall(.get, request.address)) else { throw .loginNeeded }
            return Secret(reply.fields[.location] ?? "")
        }
        return OAuthAuthorizer(
            AuthorizerSettings(
                server: try HTTPAddress(origin + "/v1/mcp"),
                profile: ClientProfile(name: "OpenWork")
            ),
            world: AuthorizerWorld(
                exchanger: exchanger,
                store: store,
                browser: browser,
                clock: PauseClock(),
                now: TestTime().now
            )
        )
    }

    @Test(
        "take the server itself for the authorization server, with or without metadata",
        arguments: [OAuthScript.Publication.oauth, .nowhere]
    )
    func login(publication: OAuthScript.Publication) async throws {
        let exchanger = VendorExchanger(OAuthScript(publication: publication), origin: Self.origin)
        let authorizer = try Self.authorizer(exchanger)
        let isBetter = await authorizer.refused(status: 401, challenges: [], sent: [:])
        #expect(isBetter)
        #expect(authorizer.fault == nil)
        #expect(authorizer.grant?.issuer == Self.origin)
        #expect(authorizer.grant?.resource == Self.origin + "/v1/mcp")
        #expect(
            exchanger.addresses.prefix(2) == [
                Self.origin + "/.well-known/oauth-protected-resource/v1/mcp",
                Self.origin + "/.well-known/oauth-protected-resource",
            ]
        )
    }

    @Test(
        "ask nobody for a refusal that no credentials change",
        arguments: [(403, ""), (403, "invalid_token"), (407, "")]
    )
    func finalRefusal(status: Int, error: String) async throws {
        let exchanger = VendorExchanger(OAuthScript(), origin: Self.origin)
        let authorizer = try Self.authorizer(exchanger)
        let challenge = AuthenticationChallenge(scheme: "Bearer", parameters: [.init("error", error)])
        let isBetter = await authorizer.refused(status: status, challenges: [challenge], sent: [:])
        #expect(!isBetter)
        #expect(exchanger.addresses == [])
    }

    @Test("have one login for all who were refused with the same token")
    func oneLogin() async throws {
        let exchanger = VendorExchanger(OAuthScript(), origin: Self.origin)
        let authorizer = try Self.authorizer(exchanger)
        let sent: HTTPFields = [.authorization: "Bearer of-yesterday"]
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { await authorizer.refused(status: 401, challenges: [], sent: sent) }
            }
            for await isBetter in group { #expect(isBetter) }
        }
        #expect(exchanger.events.count { if case .authorized = $0 { true } else { false } } == 1)
    }

    @Test("do not wait for ever for a user who does not come back")
    func absentUser() async throws {
        let exchanger = VendorExchanger(OAuthScript(), origin: Self.origin)
        var settings = AuthorizerSettings(
            server: try HTTPAddress(Self.origin + "/v1/mcp"),
            profile: ClientProfile(name: "OpenWork")
        )
        settings.loginBound = .seconds(10)
        let authorizer = OAuthAuthorizer(
            settings,
            world: AuthorizerWorld(
                exchanger: exchanger,
                store: MemoryGrantStore(),
                browser: LoopbackBrowser(logger: Stage.logger) { _ in },
                clock: PauseClock(),
                now: TestTime().now
            )
        )
        let isBetter = await authorizer.refused(status: 401, challenges: [], sent: [:])
        #expect(!isBetter)
        #expect(authorizer.fault == .loginNeeded)
    }
}
