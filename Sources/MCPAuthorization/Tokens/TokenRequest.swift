import HTTPTypes
package import MCPHTTP

/// A request to the token or revocation endpoint of an authorization server.
package struct TokenRequest: Sendable {
    /// What is exchanged for a token.
    package enum Kind: Sendable {
        case code(Secret, redirectURI: String, verifier: Secret)
        case refresh(Secret)
        case clientCredentials
        /// A statement that somebody signed for us (RFC 7523).
        case assertion(Secret)
        /// No token is wanted: this one is given back.
        case revocation(Secret)
    }

    /// What is given for the token.
    package var kind: Kind
    /// Where the request goes.
    package var endpoint: HTTPAddress
    /// Whom a signed statement is made for.
    package var issuer: String
    /// What the token is for (RFC 8707).
    package var resource: String
    /// Empty asks for nothing in particular.
    package var scopes: ScopeSet
    /// Who asks.
    package var identity: ClientIdentity
    /// The key that the tokens are, or will be, bound to; nil for none.
    package var possession: PossessionKey?
    /// What the authorization server wants in the next proof; nil when it wants nothing.
    package var nonce: String?

    /// A request from its parts.
    package init(
        _ kind: Kind,
        endpoint: HTTPAddress,
        issuer: String,
        resource: String,
        scopes: ScopeSet = [],
        identity: ClientIdentity,
        possession: PossessionKey? = nil,
        nonce: String? = nil
    ) {
        self.kind = kind
        self.endpoint = endpoint
        self.issuer = issuer
        self.resource = resource
        self.scopes = scopes
        self.identity = identity
        self.possession = possession
        self.nonce = nonce
    }

    /// The HTTP form; a signed statement in it is of the given time, in seconds since 1970.
    package func call(now: Int64, entropy: Entropy) throws(AuthorizationFault) -> SealedCall {
        var fields = HTTPFields()
        if let possession {
            let proof = try? PossessionProof.token(
                possession,
                .post,
                endpoint,
                nonce: nonce,
                now: now,
                identifier: entropy.token()
            )
            guard let proof else { throw .clientRefused(.invalidProof) }
            fields[.possessionProof] = proof.revealed()
        }
        var form = parameters
        switch identity.authentication {
        case .none:
            form.append("client_id", identity.clientID)
        case .basic(let secret):
            let pair = FormFields.encoded(identity.clientID) + ":" + FormFields.encoded(secret.revealed())
            fields[.authorization] = "Basic " + Base64Text.standard(pair.utf8)
        case .post(let secret):
            form.append("client_id", identity.clientID)
            form.append("client_secret", secret.revealed())
        case .assertion(let key):
            guard
                let assertion = try? ClientAssertion.token(
                    clientID: identity.clientID,
                    audience: issuer,
                    key: key,
                    now: now,
                    identifier: entropy.token()
                )
            else { throw .clientRefused(.invalidClient) }
            form.append("client_id", identity.clientID)
            form.append("client_assertion_type", ClientAssertion.type)
            form.append("client_assertion", assertion.revealed())
        }
        return SealedCall(.form(form, to: endpoint, fields: fields))
    }

    private var parameters: FormFields {
        var form = FormFields()
        switch kind {
        case .code(let code, let redirectURI, let verifier):
            form.append("grant_type", "authorization_code")
            form.append("code", code.revealed())
            form.append("redirect_uri", redirectURI)
            form.append("code_verifier", verifier.revealed())
        case .refresh(let token):
            form.append("grant_type", "refresh_token")
            form.append("refresh_token", token.revealed())
        case .clientCredentials:
            form.append("grant_type", "client_credentials")
            form.append("scope", scopes.text)
        case .assertion(let statement):
            form.append("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
            form.append("assertion", statement.revealed())
            form.append("scope", scopes.text)
        case .revocation(let token):
            form.append("token", token.revealed())
            return form
        }
        form.append("resource", resource)
        return form
    }
}
