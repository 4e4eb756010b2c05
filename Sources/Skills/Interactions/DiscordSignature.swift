import Crypto
import FoundationEssentials

/// Proves that a request comes from Discord, by the public key of the application.
package struct DiscordSignature: Sendable {
    private let key: Curve25519.Signing.PublicKey

    /// Reads the key as the developer portal shows it, in hexadecimal digits.
    package init(publicKey: String) throws(InteractionFault) {
        guard let bytes = HexText.bytes(publicKey), bytes.count == 32,
            // What is no point of the curve is no key.
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { throw .badKey("a public key of Discord has 64 hexadecimal digits") }
        self.key = key
    }

    /// Lets a request in that was signed with the key.
    /// - Parameters:
    ///   - body: every byte as it came, before any decoding.
    ///   - timestamp: the header `X-Signature-Timestamp`.
    ///   - signature: the header `X-Signature-Ed25519`.
    /// - Throws: why the request is not let in.
    package func check(body: [UInt8], timestamp: String?, signature: String?) throws(InteractionFault) {
        guard let timestamp, !timestamp.isEmpty else { throw .unsigned("X-Signature-Timestamp is missing") }
        guard let signature, let bytes = HexText.bytes(signature), bytes.count == 64 else {
            throw .unsigned("X-Signature-Ed25519 does not have 128 hexadecimal digits")
        }
        guard key.isValidSignature(bytes, for: Array(timestamp.utf8) + body) else {
            throw .forged("X-Signature-Ed25519 belongs to another body or another application")
        }
    }
}
