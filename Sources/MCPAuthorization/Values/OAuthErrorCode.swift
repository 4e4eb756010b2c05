/// An OAuth `error` value; only known ones keep their name, because the rest is text of somebody else.
package enum OAuthErrorCode: String, Sendable, Hashable, CaseIterable {
    case invalidRequest = "invalid_request"
    case invalidClient = "invalid_client"
    case invalidGrant = "invalid_grant"
    case invalidScope = "invalid_scope"
    case invalidTarget = "invalid_target"
    case invalidRedirectURI = "invalid_redirect_uri"
    case invalidClientMetadata = "invalid_client_metadata"
    case unauthorizedClient = "unauthorized_client"
    case unsupportedGrantType = "unsupported_grant_type"
    case unsupportedResponseType = "unsupported_response_type"
    case accessDenied = "access_denied"
    case serverError = "server_error"
    case temporarilyUnavailable = "temporarily_unavailable"
    case insufficientScope = "insufficient_scope"
    case invalidProof = "invalid_dpop_proof"
    /// A proof has to contain what the server named in its answer.
    case nonceNeeded = "use_dpop_nonce"
    /// Anything else, and nothing at all.
    case other

    /// The code for a value as sent; nil for none.
    package init(wire: String?) {
        self = wire.flatMap(Self.init(rawValue:)) ?? .other
    }
}

extension OAuthErrorCode: CustomStringConvertible {
    package var description: String { rawValue }
}
