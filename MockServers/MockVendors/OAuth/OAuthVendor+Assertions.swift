import JSON
import MCPAuthorization

extension OAuthVendor {
    /// A token for a statement that a known issuer signed for this server.
    mutating func exchangeAssertion(
        _ form: FormFields,
        _ client: OAuthScript.Client,
        _ thumbprint: String?,
        _ now: Int64
    ) -> OAuthReply {
        guard let statement = form["assertion"].flatMap(SignedToken.init),
            let by = statement.claims["iss"]?.stringValue,
            let key = script.assertionKeys[by], statement.isSigned(by: key),
            statement.claims["aud"]?.stringValue == issuer,
            let expiry = statement.claims["exp"]?.numberValue?.int64, now < expiry
        else { return .refusing("invalid_grant") }
        // A statement of an identity provider is about one client and one resource.
        if statement.header["typ"] == "oauth-id-jag+jwt" {
            guard statement.claims["client_id"]?.stringValue == client.id,
                statement.claims["resource"]?.stringValue == form["resource"]
            else { return .refusing("invalid_grant") }
        }
        let token = IssuedToken(
            clientID: client.id,
            resource: form["resource"],
            scope: script.grantedScopes ?? form["scope"] ?? "",
            family: freshFamily(),
            thumbprint: thumbprint
        )
        return issue(token, refreshes: false, now)
    }

    /// A statement to another server about a user who logged in here.
    mutating func exchangeIdentity(_ form: FormFields, _ now: Int64) -> OAuthReply {
        guard let provider = script.identityProvider,
            let key = try? SigningKey(pem: provider.privateKey)
        else { return .refusing("unsupported_grant_type") }
        guard form["requested_token_type"] == Self.assertionType, let audience = form["audience"],
            form["subject_token_type"] == "urn:ietf:params:oauth:token-type:id_token", let resource = form["resource"]
        else { return .refusing("invalid_request") }
        guard let idToken = form["subject_token"], provider.idTokens.contains(idToken) else {
            return .refusing("invalid_grant")
        }
        let header: JSONObject = ["alg": .string(key.algorithm), "typ": "oauth-id-jag+jwt"]
        let claims: JSONObject = [
            "iss": .string(issuer), "sub": "user", "aud": .string(audience), "resource": .string(resource),
            "client_id": .string(provider.clientID), "iat": .number(JSONNumber(now)),
            "exp": .number(JSONNumber(now + 300)), "jti": .string(fresh("statement")),
        ]
        let signed = [header, claims].map { Base64Text.urlSafe(JSONValue.object($0).utf8()) }.joined(separator: ".")
        guard let signature = try? key.signature(of: Array(signed.utf8)) else {
            return .refusing("server_error", status: 500)
        }
        let answer: JSONObject = [
            "access_token": .string("\(signed).\(Base64Text.urlSafe(signature))"), "token_type": "N_A",
            "issued_token_type": .string(Self.assertionType),
        ]
        return .document(.object(answer))
    }

    private static let assertionType = "urn:ietf:params:oauth:token-type:id-jag"
}
