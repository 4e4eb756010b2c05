package import JSON

/// How a loopback authorization server behaves, wholly as data.
package struct OAuthScript: Sendable, Hashable {
    /// Where its metadata is published.
    package enum Publication: String, Sendable, Hashable, CaseIterable {
        /// RFC 8414, the path of the issuer after the well-known part.
        case oauth
        /// OpenID Connect discovery, the path of the issuer after the well-known part.
        case openIDInserted
        /// OpenID Connect discovery, the path of the issuer before the well-known part.
        case openIDAppended
        case nowhere
    }

    /// A client that is known without registering.
    package struct Client: Sendable, Hashable {
        /// The client id.
        package var id: String
        /// Nil for a public client, or one that signs.
        package var secret: String?
        /// The public key in PEM form of a client that signs; nil for others.
        package var publicKey: String?
        /// Empty takes any address on loopback.
        package var redirectURIs: [String]

        /// A client as it is known beforehand.
        package init(id: String, secret: String? = nil, publicKey: String? = nil, redirectURIs: [String] = []) {
            self.id = id
            self.secret = secret
            self.publicKey = publicKey
            self.redirectURIs = redirectURIs
        }
    }

    /// What an identity provider knows.
    package struct IdentityProvider: Sendable, Hashable {
        /// Signs its statements; a P-256 key in PEM form.
        package var privateKey: String
        /// The ID tokens that it takes for users.
        package var idTokens: [String]
        /// Whom its statements name as the client of the other authorization server.
        package var clientID: String

        /// An identity provider with one key and some users.
        package init(privateKey: String, idTokens: [String], clientID: String) {
            self.privateKey = privateKey
            self.idTokens = idTokens
            self.clientID = clientID
        }
    }

    /// Something that goes wrong, a number of times.
    package enum Fault: Sendable, Hashable {
        /// Every answer to a refresh is this status, for so many requests.
        case refreshStatus(Int, times: Int)
        /// Refresh tokens are no longer accepted.
        case refreshRefused
        /// Every answer of the token endpoint is this status, for so many requests.
        case tokenStatus(Int, times: Int)
        /// Metadata is answered with this status, for so many requests.
        case metadataStatus(Int, times: Int)
        /// Metadata names another issuer.
        case foreignIssuer(String)
        /// Authorization responses name another issuer.
        case foreignIssuerInResponse(String)
        /// Metadata promises an issuer in responses, and there is none.
        case missingIssuerInResponse
        /// Authorization responses name the issuer as some libraries rewrite it: with a slash at its end.
        case normalizedIssuerInResponse
        /// Authorization responses carry another state.
        case foreignState
        /// The user says no.
        case declined
        /// Access tokens are not accepted by resources although they were just issued.
        case deadTokens
        /// Metadata leads to a redirect to this address instead of a document.
        case metadataRedirect(String)
    }

    /// The path of the issuer, empty or with a leading slash.
    package var issuerPath: String
    /// Where its metadata is found.
    package var publication: Publication
    /// Nil leaves the member out.
    package var codeChallengeMethods: [String]?
    /// Nil leaves the member out, and accepts all.
    package var authenticationMethods: [String]?
    /// Nil leaves the member out.
    package var scopes: [String]?
    /// Whether anybody may register (RFC 7591).
    package var registersClients: Bool
    /// Whether those who come back to loopback have to register as native applications, as OpenID providers want it.
    package var wantsNativeClients = true
    /// Whether a client id may be the address of a document about the client.
    package var takesMetadataDocuments: Bool
    /// Metadata documents by address, for tests without a network.
    package var documents: [String: JSONValue]
    /// Whether responses name the issuer, and the metadata says so.
    package var namesIssuer: Bool
    /// Known without registering.
    package var clients: [Client]
    /// Nil leaves `expires_in` out.
    package var tokenLifetimeInSeconds: Int64?
    /// Whether a login can be renewed.
    package var issuesRefreshTokens: Bool
    /// Whether a refresh token is good once; one that is used twice ends its whole family.
    package var rotates: Bool
    /// Given whatever was asked for; nil gives what was asked for.
    package var grantedScopes: String?
    /// Whether tokens are bound to keys (RFC 9449).
    package var bindsTokens: Bool
    /// What proofs have to contain; nil asks for nothing.
    package var nonce: String?
    /// Whose statements are exchanged for tokens (RFC 7523): public keys in PEM form by issuer.
    package var assertionKeys: [String: String]
    /// Makes it the identity provider of an enterprise; nil for an authorization server.
    package var identityProvider: IdentityProvider?
    /// What goes wrong, each on its own.
    package var faults: [Fault]

    /// A server that does everything right, unless told otherwise.
    package init(
        issuerPath: String = "",
        publication: Publication = .oauth,
        codeChallengeMethods: [String]? = ["S256"],
        authenticationMethods: [String]? = ["none", "client_secret_basic", "client_secret_post", "private_key_jwt"],
        scopes: [String]? = nil,
        registersClients: Bool = true,
        takesMetadataDocuments: Bool = false,
        documents: [String: JSONValue] = [:],
        namesIssuer: Bool = true,
        clients: [Client] = [],
        tokenLifetimeInSeconds: Int64? = 3_600,
        issuesRefreshTokens: Bool = true,
        rotates: Bool = true,
        grantedScopes: String? = nil,
        bindsTokens: Bool = false,
        nonce: String? = nil,
        assertionKeys: [String: String] = [:],
        identityProvider: IdentityProvider? = nil,
        faults: [Fault] = []
    ) {
        self.issuerPath = issuerPath
        self.publication = publication
        self.codeChallengeMethods = codeChallengeMethods
        self.authenticationMethods = authenticationMethods
        self.scopes = scopes
        self.registersClients = registersClients
        self.takesMetadataDocuments = takesMetadataDocuments
        self.documents = documents
        self.namesIssuer = namesIssuer
        self.clients = clients
        self.tokenLifetimeInSeconds = tokenLifetimeInSeconds
        self.issuesRefreshTokens = issuesRefreshTokens
        self.rotates = rotates
        self.grantedScopes = grantedScopes
        self.bindsTokens = bindsTokens
        self.nonce = nonce
        self.assertionKeys = assertionKeys
        self.identityProvider = identityProvider
        self.faults = faults
    }
}
