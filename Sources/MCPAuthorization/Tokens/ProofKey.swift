import Crypto
import FoundationEssentials

/// The two halves of PKCE (RFC 7636) with S256.
package struct ProofKey: Sendable, Hashable {
    /// Kept until the code is exchanged.
    package let verifier: Secret
    /// Sent with the authorization request.
    package let challenge: String

    /// - Parameter bytes: random, at least 32.
    package init(bytes: [UInt8]) {
        precondition(bytes.count >= 32, "a verifier of \(bytes.count) bytes can be guessed")
        self.init(verifier: Base64Text.urlSafe(bytes))
    }

    init(verifier: String) {
        self.verifier = Secret(verifier)
        challenge = Base64Text.urlSafe(SHA256.hash(data: Array(verifier.utf8)))
    }
}
