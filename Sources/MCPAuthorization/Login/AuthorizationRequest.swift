package import MCPHTTP

/// One login in a browser: what is sent, and what its answer is held against.
package struct AuthorizationRequest: Sendable, Hashable {
    /// Where the browser is sent back to, as registered.
    package let redirectURI: String
    /// Recorded before the browser is sent away (RFC 9207).
    package let issuer: String
    let namesIssuer: Bool
    let state: Secret
    let proof: ProofKey
    private let endpoint: HTTPAddress
    private let query: String

    init(
        at discovered: DiscoveredServer,
        endpoint: HTTPAddress,
        clientID: String,
        redirectURI: String,
        scopes: ScopeSet,
        state: String,
        proof: ProofKey,
        possession: PossessionKey? = nil
    ) {
        self.redirectURI = redirectURI
        issuer = discovered.metadata.issuer
        namesIssuer = discovered.metadata.namesIssuer
        self.state = Secret(state)
        self.proof = proof
        self.endpoint = endpoint
        var form = FormFields([
            "response_type": "code", "client_id": clientID, "redirect_uri": redirectURI, "state": state,
            "code_challenge": proof.challenge, "code_challenge_method": "S256", "resource": discovered.resource,
        ])
        form.append("scope", scopes.text)
        // The code is then good for the holder of the key only (RFC 9449, section 10).
        form.append("dpop_jkt", possession?.thumbprint)
        // OpenID providers give offline access only with a consent that they showed.
        if scopes.contains("offline_access") { form.append("prompt", "consent") }
        query = form.encoded
    }

    /// The address to open in the browser.
    package var address: HTTPAddress {
        let given = endpoint.query.map { $0.isEmpty ? "" : $0 + "&" } ?? ""
        return HTTPAddress(origin: endpoint.origin, path: endpoint.path, query: given + query)
    }
}

extension AuthorizationRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the query: it carries the state.
    package var description: String { "\(endpoint.origin)\(endpoint.path)" }

    package var debugDescription: String { description }

    /// Without children, for the same reason.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
