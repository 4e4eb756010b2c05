import JSON

/// A successful answer of a token endpoint.
package struct TokenAnswer: Sendable, Hashable {
    /// Characters that a header can carry.
    package var accessToken: Secret
    /// Nil when the old one stays, or there is none.
    package var refreshToken: Secret?
    /// Nil when the server does not say.
    package var lifetimeInSeconds: Int64?
    /// Nil when they are those that were asked for.
    package var scopes: ScopeSet?

    /// Whether the access token is bound to the key that was shown with the request.
    package var isBound: Bool

    /// Reads an answer to a request that showed a key, or did not.
    /// - Throws: `.loginExpired` for `invalid_grant`, `.clientRefused`, `.declined`, `.unavailable` for 429 and 5xx.
    package init(status: Int, body: [UInt8], showedKey: Bool = false) throws(AuthorizationFault) {
        let (json, token) = try Self.members(status: status, body: body)
        // Only what we can send as it is meant: a token of another type is bound to something we do not have.
        let type = json["token_type"]?.stringValue?.lowercased() ?? "bearer"
        guard type == "bearer" || (type == "dpop" && showedKey) else {
            throw .badMetadata(.missing(member: "token_type"))
        }
        isBound = type == "dpop"
        accessToken = token
        refreshToken = json["refresh_token"]?.stringValue.flatMap { $0.isEmpty ? nil : Secret($0) }
        let lifetime = json["expires_in"].flatMap { $0.doubleValue ?? $0.stringValue.flatMap(Double.init) }
        lifetimeInSeconds = lifetime.map { $0 > 0 ? Int64(min($0, 3_155_760_000)) : 0 }
        scopes = json["scope"]?.stringValue.map { ScopeSet($0) }
    }

    /// What every successful answer of a token endpoint has; throws what `init` throws.
    static func members(status: Int, body: [UInt8]) throws(AuthorizationFault) -> (JSONValue, token: Secret) {
        if status == 429 || status >= 500 { throw .unavailable(status: status) }
        let json = try? JSONValue(parsing: body)
        guard status == 200 else {
            let error = OAuthErrorCode(wire: json?["error"]?.stringValue)
            switch error {
            case .invalidGrant: throw .loginExpired
            case .invalidClient, .unauthorizedClient: throw .clientRefused(error)
            case .temporarilyUnavailable, .serverError: throw .unavailable(status: status)
            case .other where status == 401: throw .clientRefused(error)
            default: throw .declined(error)
            }
        }
        guard let json, let token = json["access_token"]?.stringValue, !token.isEmpty,
            token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .badMetadata(.missing(member: "access_token")) }
        return (json, Secret(token))
    }
}
