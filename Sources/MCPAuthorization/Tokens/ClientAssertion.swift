import JSON

/// The signed statement of `private_key_jwt` (RFC 7523): who we are, to whom, for a few minutes.
package enum ClientAssertion {
    /// What the `client_assertion_type` parameter says.
    package static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    /// Seconds one statement is good for.
    static let lifetimeInSeconds: Int64 = 300

    /// Signs a statement for one issuer, so that no other server can use it, at a time in seconds since 1970.
    ///
    /// The identifier must never have been used before.
    package static func token(
        clientID: String,
        audience: String,
        key: SigningKey,
        now: Int64,
        identifier: String
    ) throws -> Secret {
        var header: JSONObject = ["alg": .string(key.algorithm), "typ": "JWT"]
        header["kid"] = key.keyID.map { .string($0) }
        let claims: JSONObject = [
            "iss": .string(clientID), "sub": .string(clientID), "aud": .string(audience),
            "iat": .number(JSONNumber(now)), "exp": .number(JSONNumber(now + lifetimeInSeconds)),
            "jti": .string(identifier),
        ]
        let parts = [header, claims].map { Base64Text.urlSafe(JSONValue.object($0).utf8()) }
        let signed = parts.joined(separator: ".")
        let signature = try key.signature(of: Array(signed.utf8))
        return Secret("\(signed).\(Base64Text.urlSafe(signature))")
    }
}
