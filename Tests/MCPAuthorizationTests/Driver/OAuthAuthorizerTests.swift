import Crypto
import CryptoExtras
import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockVendors
import Testing

@testable import MCPAuthorization

@Suite("OAuth authorizer", .timeLimit(.minutes(1)))
struct OAuthAuthorizerTests {
    @Test(
        "logs in from nothing: refused, discovered, registered, asked, and let in",
        arguments: ResourceGate.Publication.allCases,
        [OAuthScript.Publication.oauth, .openIDAppended]
    )
    func login(resource: ResourceGate.Publication, server: OAuthScript.Publication) async throws {
        // A server that publishes nothing is its own authorization server, which this stage has no port for.
        guard resource != .nowhere else { return }
        let script = OAuthScript(issuerPath: server == .oauth ? "" : "/tenant", publication: server)
        let gate = ResourceGate(publication: resource, scopesSupported: ["mcp"])
        try await Stage.with(script, gate: gate) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(authorizer.fault == nil)
            #expect(stage.logins.value == 1)
            let name = stage.server.description
            let client = try #require(authorizer.grant?.clientID)
            #expect(
                stage.vendor.events.suffix(3) == [
                    .registered(
                        clientID: client,
                        applicationType: "native",
                        grantTypes: ["authorization_code", "refresh_token"]
                    ),
                    .authorized(clientID: client, scope: "mcp", resource: name),
                    .token(
                        grantType: "authorization_code",
                        clientID: client,
                        authentication: "none",
                        resource: name,
                        scope: nil
                    ),
                ]
            )
            // The next connection needs nobody.
            let next = stage.authorizer(browser: nil)
            #expect(try await stage.listTools(next) == ["echo"])
        }
    }

    @Test(
        "authenticates at the token endpoint as the server wants it",
        arguments: ["client_secret_basic", "client_secret_post"]
    )
    func authentication(method: String) async throws {
        try await Stage.with(OAuthScript(authenticationMethods: [method])) { stage in
            _ = try await stage.listTools(stage.authorizer(browser: stage.browser))
            guard case .token(_, _, let used, _, _)? = stage.vendor.events.last else {
                Issue.record("\(stage.vendor.events)")
                return
            }
            #expect(used == method)
        }
    }

    @Test("uses the address of its metadata document where the server takes one, and registers nothing")
    func metadataDocument() async throws {
        let document = "https://client.example.com/oauth/client.json"
        let script = OAuthScript(
            takesMetadataDocuments: true,
            documents: [
                document: [
                    "client_id": .string(document), "client_name": "OpenWork",
                    "redirect_uris": ["http://127.0.0.1:8765/callback"],
                ]
            ]
        )
        try await Stage.with(script) { stage in
            let browser = PastingBrowser { request throws(AuthorizationFault) in
                guard let reply = try? await stage.pool.exchange(HTTPCall(.get, request.address)) else {
                    throw .loginNeeded
                }
                return Secret(reply.fields[.location] ?? "")
            }
            var profile = ClientProfile(name: "OpenWork")
            profile.metadataDocument = try HTTPAddress(document)
            let authorizer = stage.authorizer(profile, browser: browser)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(authorizer.grant?.clientID == document)
        }
    }

    @Test("acts for itself with a secret or a signature", arguments: [nil, "ES256", "RS256"] as [String?])
    func clientCredentials(algorithm: String?) async throws {
        let elliptic = P256.Signing.PrivateKey()
        let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let (key, publicKey) =
            algorithm == "RS256"
            ? (rsa.pkcs8PEMRepresentation, rsa.publicKey.pemRepresentation)
            : (elliptic.pemRepresentation, elliptic.publicKey.pemRepresentation)
        let client =
            algorithm == nil
            ? OAuthScript.Client(id: "robot", secret: "r2d2")
            : OAuthScript.Client(id: "robot", publicKey: publicKey)
        try await Stage.with(OAuthScript(clients: [client], issuesRefreshTokens: false)) { stage in
            let proof: ClientProfile.Registered.Proof =
                algorithm == nil ? .secret(Secret("r2d2")) : .key(try SigningKey(pem: key))
            let profile = ClientProfile(
                name: "OpenWork",
                grant: .clientCredentials,
                registered: .init(clientID: "robot", proof: proof)
            )
            let authorizer = stage.authorizer(profile, browser: nil)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            // Without a refresh token the same is simply asked for again, ahead of the end.
            stage.time.advance(by: 3_599)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(stage.gate.refusals.count == 1)
        }
    }

    @Test("renews ahead of the end, once for all requests")
    func renewal() async throws {
        try await Stage.with { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer)
            stage.time.advance(by: 3_550)
            await withTaskGroup { group in
                for _ in 0..<20 { group.addTask { _ = await authorizer.fields(for: stage.call) } }
                // Another process has its own idea of the token and the same store.
                let other = stage.authorizer(browser: nil)
                for _ in 0..<20 { group.addTask { _ = await other.fields(for: stage.call) } }
            }
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(stage.refreshes == 1)
            #expect(stage.gate.refusals.count == 1)
        }
    }

    @Test("renews a token that is refused before its time, for many requests once")
    func refusedToken() async throws {
        try await Stage.with { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer)
            stage.vendor.endAccessTokens()
            _ = try await stage.listTools(authorizer) { client in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<10 { group.addTask { _ = try await client.callTool("echo") } }
                    try await group.waitForAll()
                }
            }
            #expect(stage.refreshes == 1)
            #expect(stage.logins.value == 1)
        }
    }

    @Test("tries a renewal again that fails for now, and keeps the login")
    func failingRenewal() async throws {
        try await Stage.with { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer)
            stage.time.advance(by: 4_000)
            stage.vendor.change { $0.faults = [.refreshStatus(503, times: 2)] }
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(stage.clock.pauses == [.seconds(1), .seconds(2)])
            #expect(stage.logins.value == 1)

            stage.time.advance(by: 4_000)
            stage.vendor.change { $0.faults = [.refreshStatus(503, times: 100)] }
            await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
            #expect(authorizer.fault == .unavailable(status: 503))
            #expect(authorizer.fault?.code == .vendorError)
            #expect(stage.logins.value == 1)
            stage.vendor.change { $0.faults = [] }
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(stage.logins.value == 1)
        }
    }

    @Test(
        "logs in again when the refresh token is no longer good, where somebody is there to do it",
        arguments: [true, false]
    )
    func expiredLogin(hasUser: Bool) async throws {
        try await Stage.with { stage in
            _ = try await stage.listTools(stage.authorizer(browser: stage.browser))
            stage.vendor.change { $0.faults = [.refreshRefused] }
            stage.vendor.endAccessTokens()
            let authorizer = stage.authorizer(browser: hasUser ? stage.browser : nil)
            guard hasUser else {
                await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
                #expect(authorizer.fault == .loginNeeded)
                #expect(authorizer.fault?.code == .credentialMissing)
                return
            }
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(stage.logins.value == 2)
            // The registration of the first login served the second.
            #expect(stage.vendor.events.count { if case .registered = $0 { true } else { false } } == 1)
        }
    }

    @Test("asks for more scopes when a call needs them, without losing those it has")
    func stepUp() async throws {
        let gate = ResourceGate(challengedScope: "read", scopesByMethod: ["tools/call": "write"])
        try await Stage.with(gate: gate) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer) { client in
                _ = try await client.callTool("echo")
            }
            #expect(stage.scopes == ["read", "read write"])
            #expect(authorizer.grant?.scopes == ["read", "write"])
        }
    }

    @Test("stops asking for scopes that never come")
    func stepUpLimit() async throws {
        let gate = ResourceGate(challengedScope: "read", scopesByMethod: ["tools/call": "write"])
        try await Stage.with(OAuthScript(grantedScopes: "read"), gate: gate) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer) { client in
                for _ in 0..<5 { _ = try? await client.callTool("echo") }
            }
            #expect(stage.logins.value == 3)
            #expect(authorizer.fault == .scopeRefused(["write"]))
            #expect(authorizer.fault?.code == .scopeInsufficient)
        }
    }

    @Test("does not log in again and again for a server that refuses fresh tokens")
    func deadTokens() async throws {
        try await Stage.with(OAuthScript(issuesRefreshTokens: false, faults: [.deadTokens])) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            for _ in 0..<3 {
                await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
            }
            #expect(authorizer.fault == .tokenRefused)
            #expect(stage.logins.value == 1)
        }
    }

    @Test("registers anew where the server moved, and takes nothing along")
    func migration() async throws {
        try await Stage.with { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer)
            let first = try #require(authorizer.grant)
            let script = OAuthScript(issuerPath: "/two")
            try await OAuthVendorServer.with(script, now: stage.time.now, logger: Stage.logger) { second in
                stage.gate.change { $0.issuers = [second.issuer] }
                stage.vendor.endAccessTokens()
                // The gate asks the first server about tokens, so the new one is refused: what counts is the way there.
                _ = try? await stage.listTools(authorizer)
                let grant = try #require(authorizer.grant)
                #expect(grant.issuer == second.issuer)
                #expect(grant.clientID != first.clientID)
                #expect(second.events.count { if case .registered = $0 { true } else { false } } == 1)
                #expect(stage.refreshes == 0)
            }
        }
    }

    @Test("does not take credentials along that were registered by hand elsewhere")
    func boundCredentials() async throws {
        let script = OAuthScript(clients: [.init(id: "by-hand", secret: "s")])
        try await Stage.with(script) { stage in
            let elsewhere = ClientProfile(
                name: "OpenWork",
                registered: .init(clientID: "by-hand", proof: .secret(Secret("s")), issuer: "https://old.example.com")
            )
            let authorizer = stage.authorizer(elsewhere, browser: stage.browser)
            await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
            #expect(authorizer.fault == .issuerChanged(from: "https://old.example.com", to: stage.vendor.issuer))
            #expect(stage.logins.value == 0)
        }
    }

    @Test(
        "stops where the authorization server is not what it should be",
        arguments: [
            (OAuthScript(codeChallengeMethods: nil), .badMetadata(.noProofKey)),
            (OAuthScript(codeChallengeMethods: ["plain"]), .badMetadata(.noProofKey)),
            (OAuthScript(faults: [.missingIssuerInResponse]), .badCallback(.missingIssuer)),
            (OAuthScript(faults: [.foreignIssuerInResponse("https://evil.example.com")]), .badCallback(.foreignIssuer)),
            (OAuthScript(faults: [.declined]), .declined(.accessDenied)),
            (OAuthScript(registersClients: false), .noClientIdentity),
            (OAuthScript(faults: [.metadataStatus(503, times: 9)]), .unavailable(status: 503)),
            (OAuthScript(faults: [.tokenStatus(500, times: 9)]), .unavailable(status: 500)),
        ] as [(OAuthScript, AuthorizationFault)]
    )
    func faults(script: OAuthScript, fault: AuthorizationFault) async throws {
        try await Stage.with(script) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
            #expect(authorizer.fault == fault)
            #expect(authorizer.grant == nil)
        }
    }

    @Test("stops at metadata of another resource and at a foreign issuer")
    func foreignMetadata() async throws {
        try await Stage.with(gate: ResourceGate(resource: "https://evil.example.com/mcp")) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
            #expect(authorizer.fault == .badMetadata(.foreignResource("https://evil.example.com/mcp")))
            #expect(stage.vendor.events == [])
        }
        try await Stage.with(OAuthScript(faults: [.foreignIssuer("https://evil.example.com")])) { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            await #expect(throws: (any Error).self) { try await stage.listTools(authorizer) }
            let fault = AuthorizationFault.MetadataFault.foreignIssuer(
                expected: stage.vendor.issuer,
                found: "https://evil.example.com"
            )
            #expect(authorizer.fault == .badMetadata(fault))
        }
    }

    @Test("gives tokens back when it logs out")
    func logOut() async throws {
        try await Stage.with { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            try await authorizer.logIn()
            #expect(await authorizer.fields(for: stage.call)[.authorization] != nil)
            try await authorizer.logOut()
            #expect(await authorizer.fields(for: stage.call)[.authorization] == nil)
            #expect(stage.vendor.events.last == .revoked)
            #expect(try await stage.store.read(.grant(server: stage.server)) == nil)
        }
    }

    @Test("prints no token, code or state of a whole login")
    func redaction() async throws {
        try await Stage.with { stage in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer)
            let grant = try #require(authorizer.grant)
            var dumped = ""
            dump(grant, to: &dumped)
            dump(authorizer, to: &dumped)
            #expect(!dumped.contains(grant.accessToken.revealed()))
            let refreshToken = try #require(grant.refreshToken)
            #expect(!dumped.contains(refreshToken.revealed()))
        }
    }
}

extension Stage {
    var refreshes: Int {
        vendor.events.count { if case .token("refresh_token", _, _, _, _) = $0 { true } else { false } }
    }

    /// The scopes of each login, in order.
    var scopes: [String?] {
        vendor.events.compactMap { event -> String?? in
            if case .authorized(_, let scope, _) = event { .some(scope) } else { nil }
        }
    }
}
