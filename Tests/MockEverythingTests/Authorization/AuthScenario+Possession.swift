import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors

extension AuthScenario {
    /// Tokens that are bound to a key (RFC 9449).
    static let possession = [
        AuthScenario(
            id: "auth/dpop",
            script: OAuthScript(bindsTokens: true),
            gate: ResourceGate(publication: .challengedPath, wantsPossession: true),
            complaints: { wire, _ in proofComplaints(wire) },
            twins: proofTwins
        ),
        AuthScenario(
            id: "auth/dpop-nonce",
            script: OAuthScript(bindsTokens: true, nonce: "of-the-authorization-server"),
            gate: ResourceGate(publication: .challengedPath, wantsPossession: true, nonce: "of-the-mcp-server"),
            complaints: { wire, _ in
                let tokens = wire.tokens.map(nonce(of:))
                let messages = wire.messages.filter { $0.call.fields[.authorization] != nil }.map(nonce(of:))
                return proofComplaints(wire)
                    + (tokens == [nil, "of-the-authorization-server"] ? [] : ["token requests with \(tokens)"])
                    + (messages.first == .some(nil) && messages.dropFirst().allSatisfy { $0 == "of-the-mcp-server" }
                        ? [] : ["requests with \(messages)"])
            },
            twins: [
                (
                    "does not read nonces",
                    Tampering(answer: { _, answer in answer.fields[.possessionNonce] = nil })
                ),
                (
                    "does not read the nonces of the MCP server",
                    Tampering(answer: { call, answer in
                        if call.address.path == "/mcp" { answer.fields[.possessionNonce] = nil }
                    })
                ),
            ]
        ),
    ]

    private static let proofTwins: [(name: String, tampering: Tampering)] = [
        (
            "shows no key for its token",
            Tampering(request: { call, _ in
                if call.address.path == "/token" { call.fields[.possessionProof] = nil }
            })
        ),
        (
            "calls itself a bearer",
            Tampering(request: { call, _ in
                guard let header = call.fields[.authorization], header.hasPrefix("DPoP ") else { return }
                call.fields[.authorization] = "Bearer " + header.dropFirst(5)
            })
        ),
        (
            "sends one proof again and again",
            Tampering(request: { call, earlier in
                guard call.address.path == "/mcp", call.fields[.possessionProof] != nil else { return }
                let first = earlier.first { $0.path == "/mcp" && $0.call.fields[.possessionProof] != nil }
                if let first { call.fields[.possessionProof] = first.call.fields[.possessionProof] }
            })
        ),
    ]

    private static func proofComplaints(_ wire: AuthWire) -> [String] {
        let presented = wire.messages.filter { $0.call.fields[.authorization] != nil }
        let proofs = (wire.tokens + presented).compactMap { $0.call.fields[.possessionProof] }
        let identifiers = proofs.compactMap { SignedToken($0)?.claims["jti"]?.stringValue }
        let isBearer = presented.contains { $0.call.fields[.authorization]?.hasPrefix("DPoP ") == false }
        return (proofs.count == wire.tokens.count + presented.count && !proofs.isEmpty ? [] : ["a proof is missing"])
            + (Set(identifiers).count == proofs.count ? [] : ["a proof was used twice"])
            + (isBearer ? ["presented its token as a bearer"] : [])
    }

    private static func nonce(of exchange: AuthWire.Exchange) -> String? {
        exchange.call.fields[.possessionProof].flatMap(SignedToken.init)?.claims["nonce"]?.stringValue
    }
}
