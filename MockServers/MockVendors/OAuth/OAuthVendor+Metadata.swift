package import JSON
import MCPAuthorization

extension OAuthVendor {
    var metadataPath: String? {
        switch script.publication {
        case .oauth: "/.well-known/oauth-authorization-server" + script.issuerPath
        case .openIDInserted: "/.well-known/openid-configuration" + script.issuerPath
        case .openIDAppended: script.issuerPath + "/.well-known/openid-configuration"
        case .nowhere: nil
        }
    }

    mutating func metadata(_ call: OAuthCall) -> OAuthReply {
        events.append(.metadata(path: call.path))
        let status = status { fault in
            if case .metadataStatus(let status, let times) = fault { (status, times) } else { nil }
        }
        if let status { return .refusing("server_error", status: status) }
        var named = issuer
        for fault in script.faults {
            if case .foreignIssuer(let other) = fault { named = other }
            if case .metadataRedirect(let target) = fault { return .redirect(target) }
        }
        let base = origin + script.issuerPath
        var document: JSONObject = [
            "issuer": .string(named),
            "authorization_endpoint": .string(base + "/authorize"),
            "token_endpoint": .string(base + "/token"),
            "revocation_endpoint": .string(base + "/revoke"),
            "response_types_supported": ["code"],
            "grant_types_supported": .array(Self.grantTypes.map { .string($0) }),
            "authorization_response_iss_parameter_supported": .bool(script.namesIssuer),
            "client_id_metadata_document_supported": .bool(script.takesMetadataDocuments),
        ]
        if script.registersClients { document["registration_endpoint"] = .string(base + "/register") }
        document["code_challenge_methods_supported"] = Self.list(script.codeChallengeMethods)
        document["token_endpoint_auth_methods_supported"] = Self.list(script.authenticationMethods)
        if script.bindsTokens { document["dpop_signing_alg_values_supported"] = ["ES256"] }
        document["scopes_supported"] = Self.list(script.scopes)
        return .document(.object(document))
    }

    private static let grantTypes = [
        "authorization_code", "refresh_token", "client_credentials", GrantType.assertion, GrantType.exchange,
    ]

    private static func list(_ names: [String]?) -> JSONValue? {
        names.map { .array($0.map { .string($0) }) }
    }

    mutating func register(_ call: OAuthCall) -> OAuthReply {
        guard let json = try? JSONValue(parsing: call.body),
            let redirects = json["redirect_uris"]?.arrayValue?.compactMap(\.stringValue), !redirects.isEmpty
        else { return .refusing("invalid_client_metadata") }
        let method = json["token_endpoint_auth_method"]?.stringValue ?? "client_secret_basic"
        if let offered = script.authenticationMethods, !offered.contains(method) {
            return .refusing("invalid_client_metadata")
        }
        let type = json["application_type"]?.stringValue
        let isLocal = redirects.contains { $0.hasPrefix("http://127.0.0.1") || $0.hasPrefix("http://localhost") }
        guard !script.wantsNativeClients || !isLocal || type == "native" else {
            return .refusing("invalid_redirect_uri")
        }
        let client = OAuthScript.Client(
            id: fresh("client"),
            secret: method == "none" ? nil : fresh("secret"),
            redirectURIs: redirects
        )
        clients[client.id] = client
        let grantTypes = json["grant_types"]?.arrayValue?.compactMap(\.stringValue) ?? []
        events.append(.registered(clientID: client.id, applicationType: type, grantTypes: grantTypes))
        var answer: JSONObject = [
            "client_id": .string(client.id), "redirect_uris": .array(redirects.map { .string($0) }),
            "token_endpoint_auth_method": .string(method),
        ]
        if let secret = client.secret {
            answer["client_secret"] = .string(secret)
            answer["client_secret_expires_at"] = 0
        }
        return .document(.object(answer), status: 201)
    }

    /// Takes a client's metadata document in, as if it had registered; false when the document is not about it.
    package mutating func learn(_ document: JSONValue, at address: String) -> Bool {
        guard document["client_id"]?.stringValue == address, document["client_name"]?.stringValue != nil,
            let redirects = document["redirect_uris"]?.arrayValue?.compactMap(\.stringValue)
        else { return false }
        clients[address] = OAuthScript.Client(id: address, redirectURIs: redirects)
        return true
    }

    /// The address of a metadata document that has to be fetched before this call is answered; nil for none.
    package func unknownDocument(in call: OAuthCall) -> String? {
        guard script.takesMetadataDocuments, call.path == script.issuerPath + "/authorize",
            let id = call.query["client_id"], id.hasPrefix("https://"), clients[id] == nil
        else { return nil }
        return id
    }
}
