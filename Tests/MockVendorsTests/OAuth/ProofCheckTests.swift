import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors
import Testing

@Suite("Check of proofs of possession")
struct ProofCheckTests {
    static let key = PossessionKey()

    static func proof(
        _ method: HTTPRequest.Method = .post,
        _ address: String = "http://127.0.0.1:9/mcp?a=b",
        accessToken: String? = "t",
        nonce: String? = "n",
        now: Int64 = 1_000,
        identifier: String = "1"
    ) throws -> String {
        try PossessionProof.token(
            key,
            method,
            HTTPAddress(address),
            accessToken: accessToken.map { Secret($0) },
            nonce: nonce,
            now: now,
            identifier: identifier
        ).revealed()
    }

    static func check(_ proof: String?, with check: ProofCheck = ProofCheck()) -> Result<String, ProofCheck.Fault> {
        var check = check
        let request = ProofCheck.Request(method: "POST", address: "http://127.0.0.1:9/mcp", accessToken: "t")
        do throws(ProofCheck.Fault) {
            return .success(try check.thumbprint(of: proof, with: request, nonce: "n", now: 1_000))
        } catch {
            return .failure(error)
        }
    }

    @Test("names the key of a sound proof as the key names itself")
    func sound() throws {
        #expect(try Self.check(Self.proof()) == .success(Self.key.thumbprint))
    }

    @Test("refuses what is for another request, another token or another time")
    func others() throws {
        #expect(try Self.check(Self.proof(.get)) == .failure(.otherMethod))
        #expect(try Self.check(Self.proof(.post, "http://127.0.0.1:9/other")) == .failure(.otherAddress))
        #expect(try Self.check(Self.proof(accessToken: "u")) == .failure(.otherToken))
        #expect(try Self.check(Self.proof(accessToken: nil)) == .failure(.otherToken))
        #expect(try Self.check(Self.proof(now: 699)) == .failure(.stale))
        #expect(try Self.check(Self.proof(now: 1_301)) == .failure(.stale))
        #expect(try Self.check(Self.proof(nonce: nil)) == .failure(.nonce))
    }

    @Test("refuses what nobody signed, and what is no proof", arguments: ["", "a.b.c", "e30.e30.AA"])
    func malformed(text: String) {
        #expect(Self.check(text) == .failure(.malformed))
    }

    @Test("refuses a proof that was changed after it was signed")
    func changed() throws {
        var parts = try Self.proof().split(separator: ".").map(String.init)
        let other = try Self.proof(identifier: "2").split(separator: ".").map(String.init)
        parts[1] = other[1]
        #expect(Self.check(parts.joined(separator: ".")) == .failure(.unsigned))
        #expect(Self.check(nil) == .failure(.missing))
    }

    @Test("takes a proof once")
    func reused() throws {
        var check = ProofCheck()
        let request = ProofCheck.Request(method: "POST", address: "http://127.0.0.1:9/mcp", accessToken: "t")
        let proof = try Self.proof()
        _ = try check.thumbprint(of: proof, with: request, nonce: "n", now: 1_000)
        #expect(Self.check(proof, with: check) == .failure(.reused))
    }
}
