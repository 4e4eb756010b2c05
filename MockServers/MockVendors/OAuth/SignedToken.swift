import Crypto
import CryptoExtras
import FoundationEssentials
package import JSON

/// A JSON web token taken apart; nothing of it counts before its signature is verified.
package struct SignedToken: Sendable {
    /// Says what it is and how it is signed.
    package let header: JSONValue
    /// What it says.
    package let claims: JSONValue
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// Takes a token apart; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.json(parts[0]), let claims = Self.json(parts[1]),
            let signature = Self.bytes(parts[2])
        else { return nil }
        self.header = header
        self.claims = claims
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// Whether the owner of a public key in PEM form signed it.
    package func isSigned(by publicKey: String) -> Bool {
        switch header["alg"]?.stringValue {
        case "ES256":
            guard let key = try? P256.Signing.PublicKey(pemRepresentation: publicKey) else { return false }
            return isSigned(by: key)
        case "RS256":
            guard let key = try? _RSA.Signing.PublicKey(pemRepresentation: publicKey) else { return false }
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return key.isValidSignature(signature, for: signed, padding: .insecurePKCS1v1_5)
        default: return false
        }
    }

    /// The key in its own header that it is signed with; nil when there is none, or it did not sign.
    package var ownKey: JSONValue? {
        guard header["alg"] == "ES256", let key = header["jwk"], key["kty"] == "EC", key["crv"] == "P-256",
            key["d"] == nil, let x = key["x"]?.stringValue.flatMap(Self.bytes(_:)),
            let y = key["y"]?.stringValue.flatMap(Self.bytes(_:)),
            let point = try? P256.Signing.PublicKey(rawRepresentation: x + y), isSigned(by: point)
        else { return nil }
        return key
    }

    private func isSigned(by key: P256.Signing.PublicKey) -> Bool {
        guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.isValidSignature(signature, for: signed)
    }

    private static func json(_ text: Substring) -> JSONValue? {
        bytes(text).flatMap { try? JSONValue(parsing: $0) }
    }

    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var text = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        while !text.utf8.count.isMultiple(of: 4) { text += "=" }
        return Data(base64Encoded: text).map { Array($0) }
    }
}
