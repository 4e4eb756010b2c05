/// Where the signed statement comes from that is exchanged for a token without a user (RFC 7523, section 2.1).
package enum AssertionSource: Sendable {
    /// The platform signs it for the workload that runs there; read anew for every request, as it does not last.
    case workload(@Sendable () async throws(AuthorizationFault) -> Secret)
    /// The identity provider of an enterprise gives it for a user who logged in there.
    case identityProvider(IdentityExchange)
}
