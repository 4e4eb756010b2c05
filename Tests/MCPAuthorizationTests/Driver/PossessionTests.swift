import HTTPTypes
import MCP
import MCPConnection
import MCPHTTP
import MockVendors
import Testing

@testable import MCPAuthorization

@Suite("OAuth authorizer with tokens that are bound to a key", .timeLimit(.minutes(1)))
struct PossessionTests {
    static let bound = OAuthScript(bindsTokens: true, nonce: "n-1")
    static let gate = ResourceGate(wantsPossession: true, nonce: "n-2")

    @Test("binds tokens where the server asks for it, and renews them with the same key")
    func renewal() async throws {
        try await Stage.with(Self.bound, gate: Self.gate) { (stage: Stage) async throws in
            let authorizer = stage.authorizer(browser: stage.browser)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            let key = try #require(authorizer.grant?.possession)
            stage.time.advance(by: 3_590)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(authorizer.grant?.possession == key)
            #expect(stage.logins.value == 1)
            #expect(stage.refreshes == 1)
        }
    }

    @Test("another process uses the stored token with the stored key")
    func storing() async throws {
        try await Stage.with(Self.bound, gate: Self.gate) { (stage: Stage) async throws in
            _ = try await stage.listTools(stage.authorizer(browser: stage.browser))
            let other = stage.authorizer(browser: nil)
            #expect(try await stage.listTools(other) == ["echo"])
            #expect(other.fault == nil)
        }
    }

    @Test("takes up a nonce that changes on the way")
    func changingNonce() async throws {
        try await Stage.with(Self.bound, gate: Self.gate) { (stage: Stage) async throws in
            let authorizer = stage.authorizer(browser: stage.browser)
            let tools = try await stage.listTools(authorizer) { (client: Client) async throws in
                stage.gate.change { $0.nonce = "n-3" }
                #expect(try await client.listTools().map(\.name) == ["echo"])
            }
            #expect(tools == ["echo"])
            #expect(stage.logins.value == 1)
        }
    }

    @Test("asks for bearer tokens where nobody asks for more, and always for bound ones when told so")
    func policy() async throws {
        try await Stage.with(Self.bound) { (stage: Stage) async throws in
            let authorizer = stage.authorizer(browser: stage.browser)
            #expect(try await stage.listTools(authorizer) == ["echo"])
            #expect(authorizer.grant?.possession == nil)
        }
        try await Stage.with { (stage: Stage) async throws in
            let profile = ClientProfile(name: "OpenWork", possession: .always)
            let authorizer = stage.authorizer(profile, browser: stage.browser)
            await #expect(throws: AuthorizationFault.badMetadata(.noPossession)) { try await authorizer.logIn() }
            #expect(stage.logins.value == 0)
        }
    }

    @Test("a token that was stolen is worth nothing to a thief, who makes his own proofs")
    func theft() async throws {
        try await Stage.with(Self.bound, gate: ResourceGate(wantsPossession: true)) { (stage: Stage) async throws in
            let authorizer = stage.authorizer(browser: stage.browser)
            _ = try await stage.listTools(authorizer)
            let token = try #require(authorizer.grant?.accessToken)
            let proof = try PossessionProof.token(
                PossessionKey(),
                .post,
                stage.server,
                accessToken: token,
                nonce: nil,
                now: stage.time.now(),
                identifier: "thief"
            )
            var call = HTTPCall(.post, stage.server, body: Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8))
            call.fields[.authorization] = "DPoP \(token.revealed())"
            call.fields[.possessionProof] = proof.revealed()
            #expect(try await stage.pool.exchange(call).status == 401)
        }
    }
}
