import Crypto
import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors

extension AuthScenario {
    /// Grants without a user.
    static let grants = [
        AuthScenario(
            id: "auth/client-credentials-basic",
            script: OAuthScript(
                authenticationMethods: ["client_secret_basic"],
                clients: [.init(id: "robot", secret: "as agreed")]
            ),
            context: { _ in ["client_id": "robot", "client_secret": "as agreed"] },
            complaints: { wire, _ in complaints(wire, grantType: "client_credentials") { $0.basic != nil } },
            twins: [("shows no secret", token { $0.fields[.authorization] = nil })]
        ),
        AuthScenario(
            id: "auth/client-credentials-jwt",
            script: OAuthScript(
                authenticationMethods: ["private_key_jwt"],
                clients: [.init(id: "robot", publicKey: key.publicKey.pemRepresentation)]
            ),
            context: { _ in
                [
                    "client_id": "robot", "private_key_pem": .string(key.pemRepresentation),
                    "signing_algorithm": "ES256",
                ]
            },
            complaints: { wire, stage in
                complaints(wire, grantType: "client_credentials") { token in
                    let statement = token.form["client_assertion"].flatMap(SignedToken.init)
                    return statement?.claims["aud"]?.stringValue == stage.vendor.issuer
                        && statement?.isSigned(by: key.publicKey.pemRepresentation) == true
                }
            },
            twins: [("sends no statement", token { $0.remove("client_assertion") })]
        ),
        AuthScenario(
            id: "auth/wif-jwt-bearer",
            script: OAuthScript(
                registersClients: false,
                clients: [.init(id: "workload")],
                assertionKeys: ["https://platform.example.com": key.publicKey.pemRepresentation]
            ),
            context: { stage in
                let statement = try statement(to: stage.vendor.issuer)
                return ["client_id": "workload", "valid_jwt": .string(statement)]
            },
            complaints: { wire, _ in
                complaints(wire, grantType: assertionGrant) { $0.form["assertion"] != nil }
            },
            twins: [("sends no statement", token { $0.remove("assertion") })]
        ),
        AuthScenario(
            id: "auth/enterprise-managed-authorization",
            script: OAuthScript(
                authenticationMethods: ["client_secret_basic"],
                clients: [.init(id: "client", secret: "as agreed")]
            ),
            otherScript: OAuthScript(
                clients: [.init(id: "client at the provider")],
                identityProvider: .init(privateKey: key.pemRepresentation, idTokens: ["user"], clientID: "client")
            ),
            context: { stage in
                stage.vendor.change { [issuer = stage.other.issuer] in
                    $0.assertionKeys[issuer] = key.publicKey.pemRepresentation
                }
                return [
                    "client_id": "client", "client_secret": "as agreed", "idp_client_id": "client at the provider",
                    "idp_id_token": "user", "idp_issuer": .string(stage.other.issuer),
                    "idp_token_endpoint": .string(stage.other.issuer + "/token"),
                ]
            },
            complaints: { wire, stage in
                let types = wire.tokens.map { $0.form["grant_type"] ?? "" }
                let audience = wire.tokens.first?.form["audience"]
                return (types == [exchangeGrant, assertionGrant] ? [] : ["asked for \(types)"])
                    + (audience == stage.vendor.issuer ? [] : ["a statement to somebody else"])
            },
            twins: [("does not say what its token is", token { $0.remove("subject_token_type") })]
        ),
    ]

    private static let key = P256.Signing.PrivateKey()
    private static let assertionGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    private static let exchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange"

    /// What the platform of a workload signs.
    private static func statement(to audience: String) throws -> String {
        let header: JSONObject = ["alg": "ES256"]
        let claims: JSONObject = [
            "iss": "https://platform.example.com", "sub": "workload", "aud": .string(audience),
            "exp": 99_999_999_999, "jti": "1",
        ]
        let signed = [header, claims].map { Base64Text.urlSafe(JSONValue.object($0).utf8()) }.joined(separator: ".")
        let signature = try key.signature(for: Array(signed.utf8)).rawRepresentation
        return "\(signed).\(Base64Text.urlSafe(signature))"
    }

    private static func complaints(
        _ wire: AuthWire,
        grantType: String,
        _ isProven: (AuthWire.Exchange) -> Bool
    ) -> [String] {
        let types = wire.tokens.map { $0.form["grant_type"] }
        return (types == [grantType] ? [] : ["asked for \(types)"])
            + (wire.tokens.allSatisfy(isProven) ? [] : ["did not prove itself"])
            + (wire.authorizations.isEmpty ? [] : ["asked a user"])
    }

    private static func token(_ change: @escaping @Sendable (inout HTTPCall) -> Void) -> Tampering {
        Tampering(request: { call, _ in
            if call.address.path == "/token" { change(&call) }
        })
    }
}
