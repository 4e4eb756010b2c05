import Crypto
@testable import Skills
import Testing

@Suite("The signature of Discord")
struct DiscordSignatureTests {
    private let key = Curve25519.Signing.PrivateKey()
    private let body = Array(#"{"type":1}"#.utf8)

    private func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func signature(_ timestamp: String = "100") throws -> String {
        hex(try key.signature(for: Array(timestamp.utf8) + body))
    }

    @Test("lets in what was signed with the key of the application")
    func right() throws {
        let gate = try DiscordSignature(publicKey: hex(key.publicKey.rawRepresentation))
        try gate.check(body: body, timestamp: "100", signature: try signature())
    }

    @Test("keeps out what was changed, or signed with another key")
    func wrong() throws {
        let gate = try DiscordSignature(publicKey: hex(key.publicKey.rawRepresentation))
        let other = try DiscordSignature(publicKey: hex(Curve25519.Signing.PrivateKey().publicKey.rawRepresentation))
        let good = try signature()
        let forged = InteractionFault.forged("X-Signature-Ed25519 belongs to another body or another application")
        #expect(throws: forged) { try gate.check(body: body + [0x20], timestamp: "100", signature: good) }
        #expect(throws: forged) { try gate.check(body: body, timestamp: "101", signature: good) }
        #expect(throws: forged) { try other.check(body: body, timestamp: "100", signature: good) }
        #expect(throws: forged) {
            try gate.check(body: body, timestamp: "100", signature: String(repeating: "0", count: 128))
        }
    }

    @Test("keeps out what is not signed", arguments: [nil, "", "00", String(repeating: "z", count: 128)])
    func unsigned(signature: String?) throws {
        let gate = try DiscordSignature(publicKey: hex(key.publicKey.rawRepresentation))
        #expect(throws: InteractionFault.self) { try gate.check(body: body, timestamp: "1", signature: signature) }
        #expect(throws: InteractionFault.unsigned("X-Signature-Timestamp is missing")) {
            try gate.check(body: body, timestamp: nil, signature: try self.signature())
        }
    }

    @Test("needs a key that is one", arguments: ["", "00", String(repeating: "g", count: 64)])
    func badKey(text: String) {
        #expect(throws: InteractionFault.self) { try DiscordSignature(publicKey: text) }
    }
}
