import JSON
import MCPAuthorization
import MCPHTTP

extension OAuthVendor {
    /// Approves at once, as a user with a session and a habit does.
    mutating func authorize(_ call: OAuthCall) -> OAuthReply {
        let query = call.query
        // Without a client and an address that belongs to it, nobody is sent anywhere.
        guard let id = query["client_id"], let client = clients[id] else { return .refusing("invalid_client") }
        guard let redirect = query["redirect_uri"], Self.accepts(redirect, client) else {
            return .refusing("invalid_redirect_uri")
        }
        guard query["response_type"] == "code" else { return back(redirect, query, error: "unsupported_response_type") }
        guard let challenge = query["code_challenge"], challenge.utf8.count == 43,
            query["code_challenge_method"] == "S256"
        else { return back(redirect, query, error: "invalid_request") }
        if script.faults.contains(.declined) { return back(redirect, query, error: "access_denied") }
        events.append(.authorized(clientID: id, scope: query["scope"], resource: query["resource"]))
        let code = fresh("code")
        codes[code] = Code(
            clientID: id,
            redirectURI: redirect,
            challenge: challenge,
            scope: script.grantedScopes ?? query["scope"] ?? "",
            resource: query["resource"],
            thumbprint: query["dpop_jkt"]
        )
        return back(redirect, query, code: code)
    }

    private func back(_ redirect: String, _ query: FormFields, code: String? = nil, error: String? = nil) -> OAuthReply
    {
        var answer = FormFields()
        answer.append("code", code)
        answer.append("error", error)
        answer.append("state", script.faults.contains(.foreignState) ? "somebody-elses" : query["state"])
        var named = script.namesIssuer ? issuer : nil
        for fault in script.faults {
            if case .foreignIssuerInResponse(let other) = fault { named = other }
            if fault == .missingIssuerInResponse { named = nil }
            if fault == .normalizedIssuerInResponse { named = issuer + "/" }
        }
        answer.append("iss", named)
        return .redirect(redirect + (redirect.contains("?") ? "&" : "?") + answer.encoded)
    }

    private static func accepts(_ redirect: String, _ client: OAuthScript.Client) -> Bool {
        guard client.redirectURIs.isEmpty else { return client.redirectURIs.contains(redirect) }
        return (try? HTTPAddress(redirect))?.origin.isLoopback ?? false
    }
}
