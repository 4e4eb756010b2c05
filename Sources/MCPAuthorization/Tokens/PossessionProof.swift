import Crypto
import FoundationEssentials
package import HTTPTypes
import JSON
package import MCPHTTP

/// The signed statement of RFC 9449 that goes with one request: its sender has the key that the token is bound to.
package enum PossessionProof {
    /// Signs a statement about one request, at a time in seconds since 1970.
    ///
    /// The token is the one that goes with the request, nil at a token endpoint; the nonce is the last one of the
    /// server that is spoken to; the identifier must never have been used before.
    package static func token(
        _ key: PossessionKey,
        _ method: HTTPRequest.Method,
        _ address: HTTPAddress,
        accessToken: Secret? = nil,
        nonce: String?,
        now: Int64,
        identifier: String
    ) throws -> Secret {
        let header: JSONObject = [
            "typ": "dpop+jwt", "alg": .string(PossessionKey.algorithm), "jwk": .object(key.publicKey),
        ]
        var claims: JSONObject = [
            "jti": .string(identifier), "htm": .string(method.rawValue),
            // Without a query, which some server on the way may change.
            "htu": .string("\(address.origin)\(address.path)"), "iat": .number(JSONNumber(now)),
        ]
        claims["ath"] = accessToken.map {
            .string(Base64Text.urlSafe(SHA256.hash(data: Array($0.revealed().utf8))))
        }
        claims["nonce"] = nonce.map { .string($0) }
        let signed = [header, claims].map { Base64Text.urlSafe(JSONValue.object($0).utf8()) }.joined(separator: ".")
        let signature = try key.signature(of: Array(signed.utf8))
        return Secret("\(signed).\(Base64Text.urlSafe(signature))")
    }
}

extension HTTPField.Name {
    /// Where a proof goes.
    package static let possessionProof = parsed("DPoP")
    /// Where a server names what the next proof must contain.
    package static let possessionNonce = parsed("DPoP-Nonce")

    private static func parsed(_ name: String) -> HTTPField.Name {
        guard let parsed = HTTPField.Name(name) else { preconditionFailure("\(name) is no field name") }
        return parsed
    }
}
