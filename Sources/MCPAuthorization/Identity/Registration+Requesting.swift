import HTTPTypes
import JSON
import MCPHTTP

extension Registration {
    /// The request that registers us; nil when the server takes none.
    package static func request(
        _ profile: ClientProfile,
        at metadata: ServerMetadata,
        redirectURI: String,
        scopes: ScopeSet
    ) -> SealedCall? {
        guard let endpoint = metadata.registrationEndpoint else { return nil }
        // A public client where the server allows it: a secret on every machine is none.
        let offered = metadata.authenticationMethods ?? ["none"]
        let method =
            ["none", "client_secret_basic", "client_secret_post"].first(where: offered.contains) ?? "none"
        let isLocal = (try? HTTPAddress(redirectURI))?.origin.isLoopback ?? true
        var body: JSONObject = [
            "client_name": .string(profile.name),
            "redirect_uris": [.string(redirectURI)],
            "grant_types": ["authorization_code", "refresh_token"],
            "response_types": ["code"],
            "token_endpoint_auth_method": .string(method),
            "application_type": isLocal ? "native" : "web",
        ]
        body["scope"] = scopes.text.map { .string($0) }
        var fields = HTTPFields()
        fields[.contentType] = "application/json"
        fields[.accept] = "application/json"
        return SealedCall(HTTPCall(.post, endpoint, fields: fields, body: JSONValue.object(body).utf8()))
    }

    /// Reads the answer to that request.
    package static func answer(
        status: Int,
        body: [UInt8],
        issuer: String,
        redirectURI: String
    ) throws(AuthorizationFault) -> Registration {
        if status == 429 || status >= 500 { throw .unavailable(status: status) }
        let json = try? JSONValue(parsing: body)
        guard status == 200 || status == 201 else {
            throw .clientRefused(OAuthErrorCode(wire: json?["error"]?.stringValue))
        }
        guard let json, let clientID = json["client_id"]?.stringValue, !clientID.isEmpty else {
            throw .badMetadata(.missing(member: "client_id"))
        }
        let expiry = json["client_secret_expires_at"]?.numberValue?.int64
        return Registration(
            issuer: issuer,
            clientID: clientID,
            secret: json["client_secret"]?.stringValue.map { Secret($0) },
            method: json["token_endpoint_auth_method"]?.stringValue,
            redirectURIs: [redirectURI],
            secretExpiresAt: expiry == 0 ? nil : expiry
        )
    }
}
