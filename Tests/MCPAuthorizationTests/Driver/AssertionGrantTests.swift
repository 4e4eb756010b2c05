import Crypto
import JSON
import MCPHTTP
import MockVendors
import Synchronization
import Testing

@testable import MCPAuthorization

@Suite("OAuth authorizer with statements that somebody else signed", .timeLimit(.minutes(1)))
struct AssertionGrantTests {
    static let key = P256.Signing.PrivateKey()

    static func statement(to audience: String, expiry: Int64 = 99_999_999_999) throws -> Secret {
        let claims: JSONObject = [
            "iss": "platform", "sub": "workload", "aud": .string(audience), "exp": .number(JSONNumber(expiry)),
        ]
        let header: JSONObject = ["alg": "ES256"]
        let signed = [header, claims].map { Base64Text.urlSafe(JSONValue.object($0).utf8()) }.joined(separator: ".")
        let signature = try key.signature(for: Array(signed.utf8)).rawRepresentation
        return Secret("\(signed).\(Base64Text.urlSafe(signature))")
    }

    static let script = OAuthScript(
        registersClients: false,
        clients: [.init(id: "workload")],
        assertionKeys: ["platform": key.publicKey.pemRepresentation]
    )

    static func profile(_ read: @escaping @Sendable () async throws(AuthorizationFault) -> Secret) -> ClientProfile {
        ClientProfile(
            name: "OpenWork",
            grant: .assertion,
            registered: .init(clientID: "workload"),
            assertions: .workload(read)
        )
    }

    @Test("reads a new statement for each token, ahead of the end of the last")
    func workload() async throws {
        try await Stage.with(Self.script) { stage in
            let reads = Mutex(0)
            let statement = try Self.statement(to: stage.vendor.issuer)
            let profile = Self.profile { () throws(AuthorizationFault) in
                reads.withLock { $0 += 1 }
                return statement
            }
            let authorizer = stage.authorizer(profile, browser: nil)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            stage.time.advance(by: 3_599)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(reads.withLock(\.self) == 2)
            #expect(stage.gate.refusals.count == 1)
        }
    }

    @Test("gives up when a statement is not taken, and tries nothing else")
    func refused() async throws {
        try await Stage.with(Self.script) { stage in
            let statement = try Self.statement(to: "https://elsewhere.example.com")
            let authorizer = stage.authorizer(Self.profile { () throws(AuthorizationFault) in statement }, browser: nil)
            await #expect(throws: AuthorizationFault.loginExpired) { try await authorizer.logIn() }
            let tokens = stage.vendor.events.filter { if case .token = $0 { true } else { false } }
            #expect(tokens.count == 1)
        }
    }

    @Test("needs a source of statements")
    func noSource() async throws {
        try await Stage.with(Self.script) { stage in
            let profile = ClientProfile(name: "OpenWork", grant: .assertion, registered: .init(clientID: "workload"))
            let authorizer = stage.authorizer(profile, browser: nil)
            await #expect(throws: AuthorizationFault.loginNeeded) { try await authorizer.logIn() }
        }
    }

    @Test("takes from an identity provider nothing but the statement it asked for")
    func identityProvider() throws {
        let statement: JSONValue = [
            "access_token": "s", "issued_token_type": "urn:ietf:params:oauth:token-type:id-jag", "token_type": "N_A",
        ]
        #expect(try IdentityExchange.answer(status: 200, body: statement.utf8()) == Secret("s"))
        let other: JSONValue = ["access_token": "s", "token_type": "Bearer"]
        #expect(throws: AuthorizationFault.badMetadata(.missing(member: "issued_token_type"))) {
            try IdentityExchange.answer(status: 200, body: other.utf8())
        }
        #expect(throws: AuthorizationFault.loginExpired) {
            try IdentityExchange.answer(status: 400, body: Array(#"{"error":"invalid_grant"}"#.utf8))
        }
    }
}
