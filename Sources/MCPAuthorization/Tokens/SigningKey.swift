import Crypto
import CryptoExtras
import FoundationEssentials

/// A private key that signs client assertions; it never prints.
package struct SigningKey: Sendable {
    private enum Storage: Sendable {
        case es256(P256.Signing.PrivateKey)
        case rs256(_RSA.Signing.PrivateKey)
    }

    /// Why a text is no key for this.
    package enum Fault: Error, Sendable, Hashable {
        /// Neither a P-256 nor an RSA key in PEM form, with or without the PKCS #8 frame.
        case unreadable
    }

    private let storage: Storage
    /// The `kid` of the signed token; nil for none.
    package let keyID: String?

    /// Reads a key in PEM form: P-256 signs with ES256, RSA of at least 2048 bits with RS256.
    package init(pem: String, keyID: String? = nil) throws(Fault) {
        self.keyID = keyID
        if let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) {
            storage = .es256(key)
        } else if let key = try? _RSA.Signing.PrivateKey(pemRepresentation: pem) {
            storage = .rs256(key)
        } else {
            throw .unreadable
        }
    }

    /// The `alg` of what it signs.
    package var algorithm: String {
        switch storage {
        case .es256: "ES256"
        case .rs256: "RS256"
        }
    }

    /// A signature in the form a JSON web token carries.
    package func signature(of bytes: [UInt8]) throws -> [UInt8] {
        switch storage {
        case .es256(let key): try Array(key.signature(for: bytes).rawRepresentation)
        case .rs256(let key): try Array(key.signature(for: bytes, padding: .insecurePKCS1v1_5).rawRepresentation)
        }
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<redacted \(algorithm) key>" }

    package var debugDescription: String { description }

    /// Without children: there is the key.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
