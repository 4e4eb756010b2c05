import MCPHTTP

extension OAuthAuthorizer {
    /// The statement that is exchanged for a token; nil for grants that need none.
    /// - Throws: `.loginNeeded` when the source has none, and whatever the source throws.
    func assertion(
        to issuer: String,
        about resource: String,
        _ scopes: ScopeSet
    ) async throws(AuthorizationFault) -> Secret? {
        guard settings.profile.grant == .assertion else { return nil }
        switch settings.profile.assertions {
        case nil: throw .loginNeeded
        case .workload(let read)?: return try await read()
        case .identityProvider(let exchange)?:
            let call = exchange.call(audience: issuer, resource: resource, scopes: scopes)
            let answer = try await messenger.send(call.opened(), isConfigured: true)
            return try IdentityExchange.answer(status: answer.status, body: answer.body)
        }
    }
}
