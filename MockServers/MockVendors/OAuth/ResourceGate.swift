package import JSON

/// The protected half of the play: which tokens an MCP server lets through, and what it says about who issues them.
package struct ResourceGate: Sendable, Hashable {
    /// Where the protected resource metadata is.
    package enum Publication: String, Sendable, Hashable, CaseIterable {
        /// Named in the challenge, at a path of its own.
        case challenge
        /// With the path of the server inserted, and named in the challenge.
        case challengedPath
        /// With the path of the server inserted, unnamed.
        case path
        /// At the root, unnamed.
        case root
        /// Nowhere, as before revision 2025-06-18.
        case nowhere
    }

    /// Where clients find the metadata.
    package var publication: Publication
    /// Issuers, in order.
    package var issuers: [String]
    /// The server's own name for itself; nil for its address.
    package var resource: String?
    /// Nil leaves `scopes_supported` out.
    package var scopesSupported: [String]?
    /// Named in a challenge for a token; nil names none.
    package var challengedScope: String?
    /// Scopes that a request needs, by JSON-RPC method.
    package var scopesByMethod: [String: String]
    /// Whether only tokens that are bound to a key are let through.
    package var wantsPossession: Bool
    /// What proofs of possession have to contain; nil asks for nothing.
    package var nonce: String?

    /// A gate; without issuers its clients find nobody to ask.
    package init(
        publication: Publication = .challenge,
        issuers: [String] = [],
        resource: String? = nil,
        scopesSupported: [String]? = nil,
        challengedScope: String? = nil,
        scopesByMethod: [String: String] = [:],
        wantsPossession: Bool = false,
        nonce: String? = nil
    ) {
        self.publication = publication
        self.issuers = issuers
        self.resource = resource
        self.scopesSupported = scopesSupported
        self.challengedScope = challengedScope
        self.scopesByMethod = scopesByMethod
        self.wantsPossession = wantsPossession
        self.nonce = nonce
    }

    /// A refusal: the status and the value of `WWW-Authenticate`.
    package struct Refusal: Sendable, Hashable {
        /// 401 or 403.
        package let status: Int
        /// The value of the header.
        package let challenge: String
    }

    /// The path of the metadata; nil for none.
    package func metadataPath(for serverPath: String) -> String? {
        switch publication {
        case .challenge: "/metadata/of/this/resource"
        case .path, .challengedPath: "/.well-known/oauth-protected-resource" + serverPath
        case .root: "/.well-known/oauth-protected-resource"
        case .nowhere: nil
        }
    }

    /// The metadata of the server at an address.
    package func metadata(server: String) -> JSONValue {
        var document: JSONObject = [
            "resource": .string(resource ?? server), "authorization_servers": .array(issuers.map { .string($0) }),
        ]
        document["scopes_supported"] = scopesSupported.map { .array($0.map { .string($0) }) }
        if wantsPossession { document["dpop_bound_access_tokens_required"] = true }
        return .object(document)
    }

    private var scheme: String { wantsPossession ? "DPoP" : "Bearer" }

    /// Looks at one request; nil lets it pass.
    ///
    /// The token is nil unless it is good; the method is that of JSON-RPC, nil for anything else; the origin is the
    /// server's own: scheme, host and port.
    package func refusal(
        _ token: IssuedToken?,
        proof: ProofCheck.Fault? = nil,
        method: String?,
        origin: String,
        path: String
    ) -> Refusal? {
        let pointer =
            [.challenge, .challengedPath].contains(publication)
            ? metadataPath(for: path).map { ", resource_metadata=\"\(origin)\($0)\"" } ?? "" : ""
        let wanted = publication == .nowhere ? nil : resource ?? origin + path
        guard let token, wanted == nil || token.resource == wanted else {
            let scope = challengedScope.map { ", scope=\"\($0)\"" } ?? ""
            return Refusal(status: 401, challenge: "\(scheme) error=\"invalid_token\"\(pointer)\(scope)")
        }
        if proof == .nonce { return Refusal(status: 401, challenge: "DPoP error=\"use_dpop_nonce\"\(pointer)") }
        if wantsPossession, proof != nil || token.thumbprint == nil {
            return Refusal(status: 401, challenge: "DPoP error=\"invalid_dpop_proof\"\(pointer)")
        }
        let needed = method.flatMap { scopesByMethod[$0] }?.split(separator: " ") ?? []
        let given = Set(token.scope.split(separator: " "))
        guard !needed.allSatisfy(given.contains) else { return nil }
        let scope = needed.joined(separator: " ")
        return Refusal(status: 403, challenge: "\(scheme) error=\"insufficient_scope\", scope=\"\(scope)\"\(pointer)")
    }
}
