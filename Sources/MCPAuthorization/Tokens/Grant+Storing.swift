package import JSON
import MCPHTTP

extension Grant {
    /// Reads what was stored; nil for anything else.
    package init?(stored json: JSONValue) {
        func text(_ name: String) -> String? { json[name]?.stringValue }
        func address(_ name: String) -> HTTPAddress? { text(name).flatMap { try? HTTPAddress($0) } }
        guard let server = address("server"), let resource = text("resource"), let issuer = text("issuer"),
            let tokenEndpoint = address("token_endpoint"), let clientID = text("client_id"),
            let source = text("source").flatMap(ClientIdentity.Source.init(rawValue:)),
            let accessToken = text("access_token"), let issuedAt = json["issued_at"]?.numberValue?.int64
        else { return nil }
        // A token without the key that it is bound to is none.
        if let key = text("possession_key"), PossessionKey(stored: key) == nil { return nil }
        self.init(
            server: server,
            resource: resource,
            issuer: issuer,
            tokenEndpoint: tokenEndpoint,
            revocationEndpoint: address("revocation_endpoint"),
            authenticationMethods: json["authentication_methods"]?.arrayValue?.compactMap(\.stringValue),
            clientID: clientID,
            source: source,
            accessToken: Secret(accessToken),
            refreshToken: text("refresh_token").map { Secret($0) },
            requestedScopes: ScopeSet(text("requested_scopes") ?? ""),
            scopes: ScopeSet(text("scopes") ?? ""),
            issuedAt: issuedAt,
            expiresAt: json["expires_at"]?.numberValue?.int64,
            possession: text("possession_key").flatMap { PossessionKey(stored: $0) }
        )
    }

    /// The form that is stored, with the tokens in it.
    package var stored: JSONValue {
        var object: JSONObject = [
            "server": .string(server.description), "resource": .string(resource), "issuer": .string(issuer),
            "token_endpoint": .string(tokenEndpoint.description), "client_id": .string(clientID),
            "source": .string(source.rawValue), "access_token": .string(accessToken.revealed()),
            "requested_scopes": .string(requestedScopes.description), "scopes": .string(scopes.description),
            "issued_at": .number(JSONNumber(issuedAt)),
        ]
        object["revocation_endpoint"] = revocationEndpoint.map { .string($0.description) }
        object["authentication_methods"] = authenticationMethods.map { .array($0.map { .string($0) }) }
        object["possession_key"] = possession.map { .string($0.stored.revealed()) }
        object["refresh_token"] = refreshToken.map { .string($0.revealed()) }
        object["expires_at"] = expiresAt.map { .number(JSONNumber($0)) }
        return .object(object)
    }
}
