import MCPHTTP

extension ClientIdentity {
    /// Chooses among what is at hand: pre-registered, then the metadata document, then an earlier registration.
    ///
    /// A registration of another server, or for another address that the browser comes back to, is not used. Nil means
    /// that the client has to register first. Throws `.issuerChanged` for credentials of another server, and
    /// `.noClientIdentity` when nothing can be had.
    package static func choose(
        _ profile: ClientProfile,
        at metadata: ServerMetadata,
        registration: Registration?,
        redirectURI: String?
    ) throws(AuthorizationFault) -> ClientIdentity? {
        if let registered = profile.registered { return try preregistered(registered, at: metadata) }
        if let document = profile.metadataDocument, metadata.takesMetadataDocuments {
            let authentication = profile.metadataKey.map { ClientAuthentication.assertion($0) } ?? .none
            return ClientIdentity(
                clientID: document.description,
                authentication: authentication,
                source: .metadataDocument
            )
        }
        if let registration, registration.issuer == metadata.issuer, registration.serves(redirectURI) {
            return try registration.identity(offered: metadata.authenticationMethods)
        }
        guard metadata.registrationEndpoint != nil, profile.grant == .authorizationCode else {
            throw .noClientIdentity
        }
        return nil
    }

    private static func preregistered(
        _ registered: ClientProfile.Registered,
        at metadata: ServerMetadata
    ) throws(AuthorizationFault) -> ClientIdentity {
        if let issuer = registered.issuer, issuer != metadata.issuer {
            throw .issuerChanged(from: issuer, to: metadata.issuer)
        }
        let authentication: ClientAuthentication =
            switch registered.proof {
            case .none: .none
            case .secret(let secret): try ClientAuthentication(secret: secret, offered: metadata.authenticationMethods)
            case .key(let key): .assertion(key)
            }
        return ClientIdentity(
            clientID: registered.clientID,
            authentication: authentication,
            source: .preregistered
        )
    }
}
