package import MCPHTTP

/// Who we are to authorization servers, as configured.
package struct ClientProfile: Sendable {
    /// Where tokens come from.
    package enum GrantKind: Sendable, Hashable {
        /// A user logs in.
        case authorizationCode
        /// The client acts for itself.
        case clientCredentials
        /// A statement that somebody else signed stands for the user or the workload (RFC 7523).
        case assertion
    }

    /// Credentials that somebody registered by hand.
    package struct Registered: Sendable {
        /// What the token endpoint is shown.
        package enum Proof: Sendable {
            case none
            case secret(Secret)
            case key(SigningKey)
        }

        /// As the authorization server named it.
        package var clientID: String
        /// Nothing for a public client.
        package var proof: Proof
        /// The authorization server they were registered with; nil binds them to the first one they are used with.
        package var issuer: String?

        /// Credentials as they stand in the configuration.
        package init(clientID: String, proof: Proof = .none, issuer: String? = nil) {
            self.clientID = clientID
            self.proof = proof
            self.issuer = issuer
        }
    }

    /// Shown to users who are asked for their consent.
    package var name: String
    /// Whether a user logs in.
    package var grant: GrantKind
    /// Credentials made by hand, which win over every other identity; nil for none.
    package var registered: Registered?
    /// Where our metadata document is published; nil when there is none.
    package var metadataDocument: HTTPAddress?
    /// The key whose public half is in the metadata document; nil for a public client.
    package var metadataKey: SigningKey?
    /// Where browsers may come back to, as registered by hand or as the metadata document says; empty for anywhere.
    package var redirectURIs: [String]
    /// When tokens are bound to a key of ours.
    package var possession: PossessionPolicy
    /// Where statements come from; nil unless they are the grant.
    package var assertions: AssertionSource?

    /// A profile; without more than a name, clients register themselves.
    package init(
        name: String,
        grant: GrantKind = .authorizationCode,
        registered: Registered? = nil,
        metadataDocument: HTTPAddress? = nil,
        metadataKey: SigningKey? = nil,
        redirectURIs: [String] = [],
        possession: PossessionPolicy = .whereAsked,
        assertions: AssertionSource? = nil
    ) {
        self.name = name
        self.grant = grant
        self.registered = registered
        self.metadataDocument = metadataDocument
        self.metadataKey = metadataKey
        self.redirectURIs = redirectURIs
        self.possession = possession
        self.assertions = assertions
    }
}
