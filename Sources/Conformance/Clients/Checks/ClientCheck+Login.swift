import HTTPTypes
import JSON
import MCP
import MCPAuthorization
import MockVendors

/// What every login is made of.
extension ClientCheck {
    /// Scenes with a login by a user.
    static let logins: [ClientScene.ID] = [
        "auth/metadata-default", "auth/metadata-var1", "auth/metadata-var2", "auth/metadata-var3", "auth/basic-cimd",
        "auth/scope-step-up", "auth/token-endpoint-auth-basic", "auth/pre-registration", "auth/iss-supported",
    ]

    static let clientPKCE = ClientCheck(
        "CLIENT-AUTH-PKCE",
        "Every login is bound by PKCE, with S256",
        requirement: "An authorization request has a code_challenge by S256, and the request for tokens its verifier.",
        reason: "Without it, whoever sees the code on its way can use it.",
        method: "All requests for authorization and for tokens are looked at.",
        twin: "A client without a verifier.",
        rules: CheckRule.login(
            .must,
            "authorization-code-protection",
            "security-considerations#authorization-code-protection"
        ),
        scenes: logins,
        anywhere: true
    ) { record in
        let expected = "code_challenge of 43 characters by S256, and code_verifier"
        for turn in record.authorizations {
            let query = turn.parameters
            if query["code_challenge"]?.utf8.count != 43 || query["code_challenge_method"] != "S256" {
                return record.failed(
                    expected,
                    "code_challenge_method is \(query["code_challenge_method"] ?? "missing")"
                )
            }
        }
        let codes = record.tokens.filter { $0.form["grant_type"] == "authorization_code" }
        if codes.contains(where: { $0.form["code_verifier"] == nil }) {
            return record.failed(expected, "code_verifier is missing")
        }
        return codes.isEmpty ? record.untried("no code was exchanged") : .passed
    }

    static let clientPKCEOffered = ClientCheck(
        "CLIENT-AUTH-PKCE-OFFERED",
        "Where PKCE is not on offer, there is no login",
        requirement: "A client goes no further when the metadata does not say that PKCE is supported.",
        reason: "An authorization server that leaves it out may take a code from whoever has it.",
        method: "The metadata has no code_challenge_methods_supported; requests for authorization are looked for.",
        twin: "A client that does not look whether it is.",
        rules: CheckRule.login(
            .must,
            "authorization-code-protection",
            "security-considerations#authorization-code-protection"
        ),
        scenes: ["auth/metadata-default (no PKCE on offer)"]
    ) { record in
        guard record.turns.contains(where: { $0.party == .issuer && $0.method == "GET" && $0.status == 200 }) else {
            return record.untried("the metadata was never read")
        }
        return record.holds(
            record.authorizations.isEmpty && record.tokens.isEmpty,
            expected: "no request for authorization",
            actual: "it went on"
        )
    }

    static let clientStateChecked = ClientCheck(
        "CLIENT-AUTH-STATE-CHECKED",
        "An answer with another state is thrown away",
        requirement: "A client uses no code of an answer that lacks the state it sent, or has another one.",
        reason: "It is somebody else's login: the user would work in the attacker's account.",
        method: "The answer to the authorization request has another state; requests for tokens are looked for.",
        twin: "A client that does not compare it.",
        rules: CheckRule.login(.should, "open-redirection", "security-considerations#open-redirection"),
        scenes: ["auth/metadata-default (another state)"]
    ) { record in
        guard !record.authorizations.isEmpty else { return record.untried("nobody was asked to authorize") }
        return record.holds(record.tokens.isEmpty, expected: "no request for tokens", actual: "the code was exchanged")
    }

    static let clientLoginState = ClientCheck(
        "CLIENT-AUTH-STATE",
        "Every authorization request has a state of its own",
        requirement: "A client sends a state with each authorization request, and takes no answer without it.",
        reason: "Otherwise somebody else's answer can be slipped in.",
        method: "All authorization requests are looked at.",
        twin: "A client without a state.",
        rules: CheckRule.login(.should, "open-redirection", "security-considerations#open-redirection"),
        scenes: logins,
        anywhere: true
    ) { record in
        let states = record.authorizations.map { $0.parameters["state"] ?? "" }
        guard !states.isEmpty else { return record.untried("nobody was asked to authorize") }
        return record.holds(
            !states.contains("") && Set(states).count == states.count,
            expected: "a state, and another one each time",
            actual: states.contains("") ? "there is none" : "one was used twice"
        )
    }

    static let clientResource = ClientCheck(
        "CLIENT-AUTH-RESOURCE",
        "The server is named as resource, in every request",
        requirement: "Requests for authorization and for tokens have the canonical address of the server as resource.",
        reason: "A token that says whom it is for is worth nothing elsewhere.",
        method: "resource of all such requests is compared with the address of the server.",
        twin: "A client that leaves it out.",
        rules: CheckRule.login(.must, "resource-parameter-implementation", "index#resource-parameter-implementation"),
        scenes: logins,
        anywhere: true
    ) { record in
        let named = record.authorizations.map { $0.parameters["resource"] } + record.tokens.map { $0.form["resource"] }
        guard !named.isEmpty else { return record.untried("nobody was asked to authorize") }
        let wrong = named.first { $0 != record.places.server }
        return record.holds(
            wrong == nil,
            expected: record.places.server,
            actual: "resource is \((wrong ?? nil) ?? "missing")"
        )
    }

    static let clientBearer = ClientCheck(
        "CLIENT-AUTH-HEADER",
        "The token is on every request, and in no address",
        requirement: "Once a client has a token, every request to the server has it in the Authorization header.",
        reason: "Addresses end up in logs; a session is no login.",
        method: "All requests to the server after the first that it let in are looked at.",
        twin: "A client that sends its token once.",
        rules: CheckRule.login(.must, "token-requirements", "index#token-requirements"),
        scenes: logins,
        anywhere: true
    ) { record in
        let expected = "Authorization on every request, and no access_token in an address"
        if let turn = record.turns.first(where: { $0.query.contains("access_token=") }) {
            return record.failed(expected, "\(turn.method) \(turn.path) has it in its address")
        }
        guard let index = record.visits.firstIndex(where: { $0.fields[.authorization] != nil && $0.status == 200 })
        else {
            return record.untried("no token was accepted")
        }
        let bare = record.visits[index...].first { $0.fields[.authorization] == nil }
        return record.holds(bare == nil, expected: expected, actual: "\(bare?.summary ?? "") came without")
    }

    static let clientTokenOwn = ClientCheck(
        "CLIENT-AUTH-TOKEN-OWN",
        "A server sees no token but of its own authorization server",
        requirement: "A client sends a server only tokens that the authorization server of that server issued.",
        reason: "A token of somebody else in the wrong hands is used.",
        method: "The first request is made without a token; whatever is presented is compared with what was issued.",
        twin: "A client that brings a token from elsewhere.",
        rules: CheckRule.login(.must, "token-handling", "index#token-handling"),
        scenes: logins,
        anywhere: true
    ) { record in
        guard let first = record.presented.first else { return record.untried("no token was presented") }
        let asked = record.tokens.first { $0.status == 200 }
        return record.holds(
            asked.map { $0.moment <= first.moment } ?? false,
            expected: "a token only after it was issued",
            actual: "one that this authorization server never issued"
        )
    }
}
