import Crypto
import HTTPTypes
import JSON
import MCP
import MCPAuthorization
import MockVendors

/// Logins without a user, and tokens that are bound to a key: extensions, for clients that have them.
extension ClientCheck {
    private static let assertion = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    private static let exchange = "urn:ietf:params:oauth:grant-type:token-exchange"

    static let clientCredentials = ClientCheck(
        "CLIENT-AUTH-CREDENTIALS",
        "A client without a user logs in by its secret",
        requirement:
            "With client_credentials a client asks for a token in its own name, with its secret, and asks nobody.",
        reason: "Machines have no browser.",
        method: "The context has an id and a secret; the metadata names client_secret_basic.",
        twin: "A client that shows no secret.",
        rules: CheckRule.extension(6749, "4.4"),
        scenes: ["auth/client-credentials-basic"]
    ) { granted($0, ["client_credentials"]) { $0.basic != nil } }

    static let clientSigned = ClientCheck(
        "CLIENT-AUTH-SIGNED",
        "A client without a user logs in by its signature",
        requirement: "With private_key_jwt a client signs a statement to the issuer, and sends no secret.",
        reason: "A key that stays with the client cannot be stolen on the way.",
        method: "The context has an id and a key; the signature and its audience are checked.",
        twin: "A client that sends no statement.",
        rules: CheckRule.extension(7523, "2.2"),
        scenes: ["auth/client-credentials-jwt"]
    ) { record in
        granted(record, ["client_credentials"]) { turn in
            let statement = turn.form["client_assertion"].flatMap(SignedToken.init)
            let audience = statement?.claims["aud"]
            let isForUs =
                audience?.stringValue == record.places.issuer || audience?[0]?.stringValue == record.places.issuer
            return isForUs && statement?.isSigned(by: ClientScene.key.publicKey.pemRepresentation) == true
        }
    }

    static let clientWorkload = ClientCheck(
        "CLIENT-AUTH-WORKLOAD",
        "A workload logs in by the statement of its platform",
        requirement: "A workload presents the statement of its platform as an assertion.",
        reason: "Nothing secret has to be kept where it runs.",
        method: "The context has such a statement; the request for a token is looked at.",
        twin: "A client that sends no statement.",
        rules: CheckRule.extension(7523, "2.1"),
        scenes: ["auth/wif-jwt-bearer"]
    ) { granted($0, [assertion]) { $0.form["assertion"] != nil } }

    static let clientEnterprise = ClientCheck(
        "CLIENT-AUTH-ENTERPRISE",
        "The identity provider of an enterprise vouches for the user",
        requirement: """
            A client exchanges the user's ID token with the identity provider for a statement to the authorization \
            server, and that for a token.
            """,
        reason: "The enterprise decides who may use what, and the user is not asked again.",
        method: "The context has an ID token and where the provider is; both requests for tokens are looked at.",
        twin: "A client that does not say what its token is.",
        rules: CheckRule.extension(8693, "2.1"),
        scenes: ["auth/enterprise-managed-authorization"]
    ) { record in
        let audience = record.tokens.first?.form["audience"]
        let verdict = granted(record, [exchange, assertion]) { _ in true }
        guard verdict == .passed else { return verdict }
        return record.holds(
            audience == record.places.issuer,
            expected: "a statement to \(record.places.issuer)",
            actual: "one to \(audience ?? "nobody")"
        )
    }

    static let clientProof = ClientCheck(
        "CLIENT-AUTH-PROOF",
        "A key that tokens are bound to is shown with every request",
        requirement: "With DPoP, requests for tokens and requests that present one have a proof signed by the key.",
        reason: "A token that was stolen is worth nothing without the key.",
        method: "The metadata wants bound tokens; all requests are looked at.",
        twin: "A client that shows no key for its token.",
        rules: CheckRule.extension(9449, "4"),
        scenes: ["auth/dpop"]
    ) { record in
        let wanted = record.tokens + record.presented
        guard !wanted.isEmpty else { return record.untried("no token was asked for") }
        let bare = wanted.first { $0.fields[.possessionProof].flatMap(SignedToken.init)?.ownKey == nil }
        return record.holds(bare == nil, expected: "a proof each time", actual: "\(bare?.summary ?? "") came without")
    }

    static let clientProofFresh = ClientCheck(
        "CLIENT-AUTH-PROOF-FRESH",
        "No proof is used twice",
        requirement: "Every proof is made for one request, with an id of its own.",
        reason: "A proof that is taken twice can be repeated by whoever saw it.",
        method: "The ids of all proofs are compared.",
        twin: "A client that sends one proof again and again.",
        rules: CheckRule.extension(9449, "4.2"),
        scenes: ["auth/dpop"]
    ) { record in
        let proofs = (record.tokens + record.presented).compactMap {
            $0.fields[.possessionProof].flatMap(SignedToken.init)
        }
        let ids = proofs.map { $0.claims["jti"]?.stringValue ?? "" }
        guard !ids.isEmpty else { return record.untried("no proof was sent") }
        return record.holds(
            Set(ids).count == ids.count && !ids.contains(""),
            expected: "an id of its own in each proof",
            actual: "an id was used twice, or is missing"
        )
    }

    static let clientProofScheme = ClientCheck(
        "CLIENT-AUTH-PROOF-SCHEME",
        "A bound token is not presented as a bearer",
        requirement: "A token that is bound to a key is presented with the scheme DPoP.",
        reason: "Somewhere a server takes it for a bearer token, and the key no longer counts.",
        method: "Authorization of all requests to the server is looked at.",
        twin: "A client that calls itself a bearer.",
        rules: CheckRule.extension(9449, "7.1"),
        scenes: ["auth/dpop"]
    ) { record in
        record.each(record.presented, nothing: "no token was presented", expected: "Authorization: DPoP …") { turn in
            turn.fields[.authorization]?.hasPrefix("DPoP ") == true ? nil : "another scheme"
        }
    }

    static let clientNonce = ClientCheck(
        "CLIENT-AUTH-NONCE",
        "A nonce that a server wants is in the next proof",
        requirement: "A request that was refused for want of a nonce is made again with it; each server has its own.",
        reason: "Only a proof that holds it is surely new.",
        method: "The authorization server and the MCP server want a nonce each.",
        twin: "A client that does not read nonces.",
        rules: CheckRule.extension(9449, "8"),
        scenes: ["auth/dpop-nonce"]
    ) { record in
        func nonces(_ turns: [ClientTurn]) -> [String] {
            turns.compactMap { $0.fields[.possessionProof].flatMap(SignedToken.init)?.claims["nonce"]?.stringValue }
        }
        guard !record.tokens.isEmpty else { return record.untried("no token was asked for") }
        let (issuer, server) = (nonces(record.tokens), nonces(record.presented))
        let isRight =
            Set(issuer) == [ClientScene.issuerNonce] && Set(server) == [ClientScene.serverNonce]
        return record.letIn(
            record.holds(
                isRight,
                expected: "the nonce of each server in proofs for it",
                actual: "nonces for tokens: \(issuer), for the server: \(server)"
            )
        )
    }

    /// Whether tokens were asked for in just this way, the client proved itself each time, and nobody was asked.
    private static func granted(
        _ record: ClientRecord,
        _ types: [String],
        _ isProven: (ClientTurn) -> Bool
    ) -> Verdict {
        guard !record.tokens.isEmpty else { return record.untried("no token was asked for") }
        guard record.authorizations.isEmpty else { return record.failed("no user who is asked", "a user was asked") }
        let asked = record.tokens.map { $0.form["grant_type"] ?? "none" }
        guard asked == types else {
            return record.failed("grants \(types.joined(separator: ", "))", "\(asked.joined(separator: ", "))")
        }
        guard record.tokens.allSatisfy(isProven) else {
            return record.failed("a proof with each request for a token", "it did not prove itself")
        }
        return record.letIn()
    }
}
