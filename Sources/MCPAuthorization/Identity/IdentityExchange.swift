import JSON
package import MCPHTTP

/// What an identity provider is asked with: its own token for the user, for a statement to another server (RFC 8693).
package struct IdentityExchange: Sendable, Hashable {
    /// The token endpoint of the identity provider.
    package var tokenEndpoint: HTTPAddress
    /// Who we are there.
    package var clientID: String
    /// The user's ID token from there.
    package var idToken: Secret

    /// An exchange at one identity provider.
    package init(tokenEndpoint: HTTPAddress, clientID: String, idToken: Secret) {
        self.tokenEndpoint = tokenEndpoint
        self.clientID = clientID
        self.idToken = idToken
    }

    /// The request for a statement to an authorization server about a resource.
    package func call(audience: String, resource: String, scopes: ScopeSet) -> SealedCall {
        var form = FormFields([
            "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
            "requested_token_type": Self.assertionType, "audience": audience, "resource": resource,
            "subject_token": idToken.revealed(),
            "subject_token_type": "urn:ietf:params:oauth:token-type:id_token", "client_id": clientID,
        ])
        form.append("scope", scopes.text)
        return SealedCall(.form(form, to: tokenEndpoint))
    }

    /// Reads the answer to that request.
    package static func answer(status: Int, body: [UInt8]) throws(AuthorizationFault) -> Secret {
        let (json, token) = try TokenAnswer.members(status: status, body: body)
        guard json["issued_token_type"]?.stringValue == assertionType else {
            throw .badMetadata(.missing(member: "issued_token_type"))
        }
        return token
    }

    private static let assertionType = "urn:ietf:params:oauth:token-type:id-jag"
}
