import MCPHTTP

extension Grant {
    /// This grant with the tokens of a renewal; a server that names no new refresh token leaves the old one valid.
    package func renewed(by answer: TokenAnswer, now: Int64) -> Grant {
        var grant = self
        grant.accessToken = answer.accessToken
        grant.refreshToken = answer.refreshToken ?? refreshToken
        grant.scopes = answer.scopes ?? scopes
        grant.issuedAt = now
        grant.possession = answer.isBound ? possession : nil
        grant.expiresAt = answer.lifetimeInSeconds.map { now + $0 }
        return grant
    }

    /// The identity the tokens were given to, with the proof that is configured or was stored.
    /// - Throws: `.loginExpired` when it is not at hand any more.
    package func identity(_ profile: ClientProfile, registration: Registration?) throws(AuthorizationFault)
        -> ClientIdentity
    {
        switch source {
        case .preregistered:
            guard let registered = profile.registered, registered.clientID == clientID,
                registered.issuer == nil || registered.issuer == issuer
            else { throw .loginExpired }
            let authentication: ClientAuthentication =
                switch registered.proof {
                case .none: .none
                case .secret(let secret): try ClientAuthentication(secret: secret, offered: authenticationMethods)
                case .key(let key): .assertion(key)
                }
            return ClientIdentity(clientID: clientID, authentication: authentication, source: source)
        case .metadataDocument:
            guard profile.metadataDocument?.description == clientID else { throw .loginExpired }
            let authentication = profile.metadataKey.map { ClientAuthentication.assertion($0) } ?? .none
            return ClientIdentity(clientID: clientID, authentication: authentication, source: source)
        case .registered:
            guard let registration, registration.issuer == issuer, registration.clientID == clientID else {
                throw .loginExpired
            }
            return try registration.identity(offered: authenticationMethods)
        }
    }
}
