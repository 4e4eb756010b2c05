import Crypto
import FoundationEssentials
import JSON
import MCPAuthorization

extension OAuthVendor {
    mutating func token(_ call: OAuthCall, _ now: Int64) -> OAuthReply {
        let failing = status { fault in
            if case .tokenStatus(let status, let times) = fault { (status, times) } else { nil }
        }
        if let failing { return .refusing("server_error", status: failing) }
        let form = call.form
        guard let (client, method) = authenticated(call, now) else { return .refusing("invalid_client", status: 401) }
        let thumbprint: String?
        switch boundTo(call, now) {
        case .success(let key): thumbprint = key
        case .failure(.nonce): return .nonceNeeded(script.nonce ?? "")
        case .failure: return .refusing("invalid_dpop_proof")
        }
        let type = form["grant_type"] ?? ""
        events.append(
            .token(
                grantType: type,
                clientID: client.id,
                authentication: method,
                resource: form["resource"],
                scope: form["scope"]
            )
        )
        switch type {
        case "authorization_code": return exchange(form, client, thumbprint, now)
        case "refresh_token": return refresh(form, client, thumbprint, now)
        case GrantType.assertion: return exchangeAssertion(form, client, thumbprint, now)
        case GrantType.exchange: return exchangeIdentity(form, now)
        case "client_credentials":
            guard method != "none" else { return .refusing("unauthorized_client") }
            let token = IssuedToken(
                clientID: client.id,
                resource: form["resource"],
                scope: script.grantedScopes ?? form["scope"] ?? "",
                family: freshFamily(),
                thumbprint: thumbprint
            )
            return issue(token, refreshes: false, now)
        default: return .refusing("unsupported_grant_type")
        }
    }

    mutating func revoke(_ call: OAuthCall) -> OAuthReply {
        guard let text = call.form["token"] else { return .refusing("invalid_request") }
        if let token = refreshTokens[text] ?? accessTokens[text] {
            endedFamilies.insert(token.family)
            events.append(.revoked)
        }
        return .empty(status: 200)
    }

    /// The key that the tokens are to be bound to; nil for bearer tokens.
    private mutating func boundTo(_ call: OAuthCall, _ now: Int64) -> Result<String?, ProofCheck.Fault> {
        guard script.bindsTokens, call.proof != nil else { return .success(nil) }
        let request = ProofCheck.Request(method: call.method, address: origin + call.path)
        do throws(ProofCheck.Fault) {
            return .success(try proofs.thumbprint(of: call.proof, with: request, nonce: script.nonce, now: now))
        } catch {
            return .failure(error)
        }
    }

    private mutating func exchange(
        _ form: FormFields,
        _ client: OAuthScript.Client,
        _ thumbprint: String?,
        _ now: Int64
    ) -> OAuthReply {
        // A code is gone with its first use, whatever comes of it.
        guard let code = form["code"].flatMap({ codes.removeValue(forKey: $0) }), code.clientID == client.id,
            code.redirectURI == form["redirect_uri"], code.resource == form["resource"],
            code.thumbprint == nil || code.thumbprint == thumbprint, let verifier = form["code_verifier"],
            Base64Text.urlSafe(SHA256.hash(data: Array(verifier.utf8))) == code.challenge
        else { return .refusing("invalid_grant") }
        let token = IssuedToken(
            clientID: client.id,
            resource: code.resource,
            scope: code.scope,
            family: freshFamily(),
            thumbprint: thumbprint
        )
        return issue(token, refreshes: script.issuesRefreshTokens, now)
    }

    private mutating func refresh(
        _ form: FormFields,
        _ client: OAuthScript.Client,
        _ thumbprint: String?,
        _ now: Int64
    ) -> OAuthReply {
        let failing = status { fault in
            if case .refreshStatus(let status, let times) = fault { (status, times) } else { nil }
        }
        if let failing { return .refusing("server_error", status: failing) }
        let text = form["refresh_token"] ?? ""
        if let family = usedRefreshTokens[text] { endedFamilies.insert(family) }
        guard !script.faults.contains(.refreshRefused), let token = refreshTokens[text], token.clientID == client.id,
            !endedFamilies.contains(token.family), token.resource == form["resource"],
            token.thumbprint == thumbprint
        else { return .refusing("invalid_grant") }
        guard script.rotates else { return issue(token, refreshes: false, now) }
        refreshTokens[text] = nil
        usedRefreshTokens[text] = token.family
        return issue(token, refreshes: true, now)
    }

    mutating func issue(_ token: IssuedToken, refreshes: Bool, _ now: Int64) -> OAuthReply {
        var token = token
        token.expiresAt = script.tokenLifetimeInSeconds.map { now + $0 }
        let text = fresh("access")
        accessTokens[text] = token
        let type: JSONValue = token.thumbprint == nil ? "Bearer" : "DPoP"
        var answer: JSONObject = ["access_token": .string(text), "token_type": type]
        answer["expires_in"] = script.tokenLifetimeInSeconds.map { .number(JSONNumber($0)) }
        if !token.scope.isEmpty { answer["scope"] = .string(token.scope) }
        if refreshes {
            let refresh = fresh("refresh")
            refreshTokens[refresh] = token
            answer["refresh_token"] = .string(refresh)
        }
        return .document(.object(answer))
    }
}
