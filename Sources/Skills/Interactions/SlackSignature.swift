import Crypto
import FoundationEssentials
package import MCPAuthorization

/// Proves that a request comes from Slack, by the signing secret of the app.
package struct SlackSignature: Sendable {
    /// How far the time of a request may be from ours.
    package static let tolerance: Double = 300

    private let secret: Secret

    /// Judges by this secret; an empty one lets nothing in.
    package init(secret: Secret) {
        self.secret = secret
    }

    /// Lets a request in that was signed with the secret, now.
    /// - Parameters:
    ///   - body: every byte as it came, before any decoding.
    ///   - timestamp: the header `X-Slack-Request-Timestamp`.
    ///   - signature: the header `X-Slack-Signature`.
    ///   - now: seconds since 1970.
    /// - Throws: why the request is not let in.
    package func check(
        body: [UInt8],
        timestamp: String?,
        signature: String?,
        now: Double
    ) throws(InteractionFault) {
        guard !secret.revealed().isEmpty else { throw .badKey("the signing secret is empty") }
        guard let timestamp, let time = Int64(timestamp) else {
            throw .unsigned("X-Slack-Request-Timestamp is no number of seconds")
        }
        guard let signature, signature.hasPrefix("v0="), let code = HexText.bytes(signature.dropFirst(3)) else {
            throw .unsigned("X-Slack-Signature does not begin with v0= and hexadecimal digits")
        }
        guard abs(now - Double(time)) <= Self.tolerance else {
            throw .forged("it was made more than \(Int(Self.tolerance / 60)) minutes from now")
        }
        let signed = Array("v0:\(timestamp):".utf8) + body
        let key = SymmetricKey(data: Array(secret.revealed().utf8))
        guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key) else {
            throw .forged("X-Slack-Signature belongs to another body or another secret")
        }
    }
}
