package import JSON

/// Credentials an authorization server gave us when we registered (RFC 7591); good there and nowhere else.
package struct Registration: Sendable, Hashable {
    /// The server that gave them.
    package var issuer: String
    /// As the server chose it.
    package var clientID: String
    /// Nil for a public client.
    package var secret: Secret?
    /// As the server named it; nil when it did not.
    package var method: String?
    /// The addresses that browsers may come back to.
    package var redirectURIs: [String]
    /// Seconds since 1970 after which the secret is void; nil for never.
    package var secretExpiresAt: Int64?

    /// A registration from its parts.
    package init(
        issuer: String,
        clientID: String,
        secret: Secret? = nil,
        method: String? = nil,
        redirectURIs: [String],
        secretExpiresAt: Int64? = nil
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.secret = secret
        self.method = method
        self.redirectURIs = redirectURIs
        self.secretExpiresAt = secretExpiresAt
    }

    /// Whether the browser may be sent back to this address; nil asks for none.
    package func serves(_ redirectURI: String?) -> Bool { redirectURI.map(redirectURIs.contains) ?? true }

    func identity(offered: [String]?) throws(AuthorizationFault) -> ClientIdentity {
        let authentication: ClientAuthentication =
            switch (secret, method) {
            case (nil, _), (_, "none"?): .none
            case (let secret?, "client_secret_post"?): .post(secret)
            case (let secret?, "client_secret_basic"?): .basic(secret)
            // A secret for a server that has no use for one.
            case _ where offered == ["none"]: .none
            case (let secret?, _): try ClientAuthentication(secret: secret, offered: offered)
            }
        return ClientIdentity(clientID: clientID, authentication: authentication, source: .registered)
    }
}

extension Registration {
    /// Reads what was stored; nil for anything else.
    package init?(stored json: JSONValue) {
        guard let issuer = json["issuer"]?.stringValue, let clientID = json["client_id"]?.stringValue else {
            return nil
        }
        self.issuer = issuer
        self.clientID = clientID
        secret = json["client_secret"]?.stringValue.map { Secret($0) }
        method = json["method"]?.stringValue
        redirectURIs = json["redirect_uris"]?.arrayValue?.compactMap(\.stringValue) ?? []
        secretExpiresAt = json["secret_expires_at"]?.numberValue?.int64
    }

    /// The form that is stored, with the secret in it.
    package var stored: JSONValue {
        var object: JSONObject = ["issuer": .string(issuer), "client_id": .string(clientID)]
        object["client_secret"] = secret.map { .string($0.revealed()) }
        object["method"] = method.map { .string($0) }
        object["redirect_uris"] = .array(redirectURIs.map { .string($0) })
        object["secret_expires_at"] = secretExpiresAt.map { .number(JSONNumber($0)) }
        return .object(object)
    }
}
