package import JSON
package import MCPHTTP

/// What an authorization server says about itself (RFC 8414, OpenID Connect discovery).
package struct ServerMetadata: Sendable, Hashable {
    /// As written: issuers are compared character by character.
    package var issuer: String
    /// Nil for a server that only knows grants without a user.
    package var authorizationEndpoint: HTTPAddress?
    /// Where codes and refresh tokens are exchanged.
    package var tokenEndpoint: HTTPAddress
    /// Nil when clients cannot register themselves.
    package var registrationEndpoint: HTTPAddress?
    /// Nil when tokens cannot be given back.
    package var revocationEndpoint: HTTPAddress?
    /// Nil when the document does not say.
    package var scopes: ScopeSet?
    /// Empty when the document does not say, which means no PKCE.
    package var codeChallengeMethods: [String]
    /// Nil when the document does not say.
    package var authenticationMethods: [String]?
    /// Whether every authorization response names its issuer (RFC 9207).
    package var namesIssuer: Bool
    /// Whether the address of a metadata document is taken as a client id.
    package var takesMetadataDocuments: Bool
    /// What a key may sign with that tokens are bound to; empty when they are not bound.
    package var possessionAlgorithms: [String]

    /// Reads a document and holds it against the issuer it was looked up for.
    package init(_ json: JSONValue, issuer expected: String, rule: AddressRule) throws(AuthorizationFault) {
        guard let issuer = json["issuer"]?.stringValue else { throw .badMetadata(.missing(member: "issuer")) }
        guard issuer == expected else { throw .badMetadata(.foreignIssuer(expected: expected, found: issuer)) }
        self.issuer = issuer
        authorizationEndpoint = try Self.endpoint("authorization_endpoint", in: json, rule)
        guard let token = try Self.endpoint("token_endpoint", in: json, rule) else {
            throw .badMetadata(.missing(member: "token_endpoint"))
        }
        tokenEndpoint = token
        registrationEndpoint = try Self.endpoint("registration_endpoint", in: json, rule)
        revocationEndpoint = try Self.endpoint("revocation_endpoint", in: json, rule)
        scopes = Self.strings("scopes_supported", in: json).map { ScopeSet($0) }
        codeChallengeMethods = Self.strings("code_challenge_methods_supported", in: json) ?? []
        authenticationMethods = Self.strings("token_endpoint_auth_methods_supported", in: json)
        namesIssuer = json["authorization_response_iss_parameter_supported"]?.boolValue ?? false
        takesMetadataDocuments = json["client_id_metadata_document_supported"]?.boolValue ?? false
        possessionAlgorithms = Self.strings("dpop_signing_alg_values_supported", in: json) ?? []
    }

    /// The endpoints of revision 2025-03-26 for a server that is its own authorization server and publishes nothing.
    package init(defaultsAt origin: HTTPOrigin) {
        issuer = origin.description
        authorizationEndpoint = HTTPAddress(origin: origin, path: "/authorize")
        tokenEndpoint = HTTPAddress(origin: origin, path: "/token")
        registrationEndpoint = HTTPAddress(origin: origin, path: "/register")
        revocationEndpoint = nil
        scopes = nil
        // That revision demands PKCE of everybody, and there is no document that could say so.
        codeChallengeMethods = ["S256"]
        authenticationMethods = nil
        namesIssuer = false
        takesMetadataDocuments = false
        possessionAlgorithms = []
    }

    private static func endpoint(
        _ name: String,
        in json: JSONValue,
        _ rule: AddressRule
    ) throws(AuthorizationFault) -> HTTPAddress? {
        guard let member = json[name], !member.isNull else { return nil }
        guard let text = member.stringValue else { throw .badMetadata(.missing(member: name)) }
        do {
            return try rule.address(text)
        } catch {
            throw .refusedAddress(error)
        }
    }

    private static func strings(_ name: String, in json: JSONValue) -> [String]? {
        json[name]?.arrayValue.map { $0.compactMap(\.stringValue) }
    }
}
