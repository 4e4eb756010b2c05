import Crypto
import FoundationEssentials
package import JSON

/// A key pair that tokens are bound to (RFC 9449): a token that is stolen without it is worth nothing.
package struct PossessionKey: Sendable, Hashable {
    private let raw: Secret
    /// The public half as a JSON web key.
    package let publicKey: JSONObject

    /// What it signs with, as metadata names it.
    package static let algorithm = "ES256"

    /// A new key, from the generator of the operating system.
    package init() {
        self.init(P256.Signing.PrivateKey())
    }

    /// Reads what was stored; nil for anything else.
    package init?(stored: String) {
        guard let bytes = Base64Text.decodedURLSafe(stored),
            let key = try? P256.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.init(key)
    }

    private init(_ key: P256.Signing.PrivateKey) {
        raw = Secret(Base64Text.urlSafe(key.rawRepresentation))
        let point = Array(key.publicKey.rawRepresentation)
        publicKey = [
            "crv": "P-256", "kty": "EC", "x": .string(Base64Text.urlSafe(point[..<32])),
            "y": .string(Base64Text.urlSafe(point[32...])),
        ]
    }

    /// The form that is stored.
    package var stored: Secret { raw }

    /// The name that a token bound to this key carries (RFC 7638): a hash of the public half.
    package var thumbprint: String { Self.thumbprint(of: publicKey) }

    /// The same for the public half of anybody's key, whose members have to be in the order of their names.
    package static func thumbprint(of publicKey: JSONObject) -> String {
        Base64Text.urlSafe(SHA256.hash(data: JSONValue.object(publicKey).utf8()))
    }

    /// A signature in the form a JSON web token carries.
    package func signature(of bytes: [UInt8]) throws -> [UInt8] {
        guard let raw = Base64Text.decodedURLSafe(raw.revealed()) else { throw CryptoKitError.incorrectKeySize }
        return try Array(P256.Signing.PrivateKey(rawRepresentation: raw).signature(for: bytes).rawRepresentation)
    }
}
