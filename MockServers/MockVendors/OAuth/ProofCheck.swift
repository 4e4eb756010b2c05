import Crypto
import FoundationEssentials
import JSON
import MCPAuthorization

/// Verifies proofs of possession as RFC 9449 section 4.3 says, and remembers those that it has seen.
package struct ProofCheck: Sendable {
    /// Why a proof does not count.
    package enum Fault: String, Error, Sendable, Hashable {
        case missing, malformed, unsigned, otherMethod, otherAddress, stale, otherToken, otherKey, reused
        /// It does not contain what the server named last.
        case nonce
    }

    /// The request that a proof came with.
    package struct Request: Sendable, Hashable {
        /// In upper case.
        package var method: String
        /// Without a query.
        package var address: String
        /// Nil at a token endpoint.
        package var accessToken: String?

        /// A request from its parts.
        package init(method: String, address: String, accessToken: String? = nil) {
            self.method = method
            self.address = address
            self.accessToken = accessToken
        }
    }

    /// Seconds that clocks may differ by.
    static let leewayInSeconds: Int64 = 300

    private var seen: Set<String> = []

    /// A check that has seen nothing.
    package init() {}

    /// The thumbprint of the key that signed a proof; time is in seconds since 1970, no nonce asks for none.
    package mutating func thumbprint(
        of proof: String?,
        with request: Request,
        nonce: String?,
        now: Int64
    ) throws(Fault) -> String {
        guard let proof else { throw .missing }
        guard let token = SignedToken(proof), token.header["typ"] == "dpop+jwt",
            let identifier = token.claims["jti"]?.stringValue, let issuedAt = token.claims["iat"]?.numberValue?.int64
        else { throw .malformed }
        guard let key = token.ownKey else { throw .unsigned }
        guard token.claims["htm"]?.stringValue == request.method else { throw .otherMethod }
        guard token.claims["htu"]?.stringValue == request.address else { throw .otherAddress }
        guard abs(now - issuedAt) <= Self.leewayInSeconds else { throw .stale }
        if let accessToken = request.accessToken {
            let hash = Base64Text.urlSafe(SHA256.hash(data: Array(accessToken.utf8)))
            guard token.claims["ath"]?.stringValue == hash else { throw .otherToken }
        }
        guard seen.insert(identifier).inserted else { throw .reused }
        // Last: only whoever has the key is told.
        guard nonce == nil || token.claims["nonce"]?.stringValue == nonce else { throw .nonce }
        return Self.thumbprint(of: key)
    }

    /// RFC 7638: the hash of the members that make the key, in the order of their names, without a space.
    static func thumbprint(of key: JSONValue) -> String {
        let members = ["crv", "kty", "x", "y"].map { "\"\($0)\":\"\(key[$0]?.stringValue ?? "")\"" }
        return Base64Text.urlSafe(SHA256.hash(data: Array("{\(members.joined(separator: ","))}".utf8)))
    }
}
