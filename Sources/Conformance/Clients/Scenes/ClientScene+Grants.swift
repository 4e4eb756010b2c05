import Crypto
import JSON
import MCP
import MCPAuthorization
import MockVendors

extension ClientScene {
    /// Grants without a user, of which each is an extension.
    static let grants: [ClientScene] = [
        door(
            "client-credentials-basic",
            official,
            OAuthScript(
                authenticationMethods: ["client_secret_basic"],
                clients: [.init(id: "robot", secret: "as agreed")]
            )
        ).changed { scene in
            scene.isExtension = true
            scene.context = { _ in ["client_id": "robot", "client_secret": "as agreed"] }
        },
        door(
            "client-credentials-jwt",
            official,
            OAuthScript(
                authenticationMethods: ["private_key_jwt"],
                clients: [.init(id: "robot", publicKey: key.publicKey.pemRepresentation)]
            )
        ).changed { scene in
            scene.isExtension = true
            scene.context = { _ in
                [
                    "client_id": "robot", "private_key_pem": .string(key.pemRepresentation),
                    "signing_algorithm": "ES256",
                ]
            }
        },
        door(
            "wif-jwt-bearer",
            official,
            OAuthScript(
                registersClients: false,
                clients: [.init(id: "workload")],
                assertionKeys: ["https://platform.example.com": key.publicKey.pemRepresentation]
            )
        ).changed { scene in
            scene.isExtension = true
            scene.context = { places in
                ["client_id": "workload", "valid_jwt": .string(try statement(to: places.issuer))]
            }
        },
        door(
            "enterprise-managed-authorization",
            official,
            OAuthScript(
                authenticationMethods: ["client_secret_basic"],
                clients: [.init(id: "client", secret: "as agreed")]
            )
        ).changed { scene in
            scene.isExtension = true
            scene.otherIssuer = OAuthScript(
                clients: [.init(id: "client at the provider")],
                identityProvider: .init(privateKey: key.pemRepresentation, idTokens: ["user"], clientID: "client")
            )
            scene.prepare = { $0.assertionKeys[$1.otherIssuer] = key.publicKey.pemRepresentation }
            scene.context = { places in
                [
                    "client_id": "client", "client_secret": "as agreed", "idp_client_id": "client at the provider",
                    "idp_id_token": "user", "idp_issuer": .string(places.otherIssuer),
                    "idp_token_endpoint": .string(places.otherIssuer + "/token"),
                ]
            }
        },
    ]

    /// Tokens that are bound to a key (RFC 9449), which is an extension, too.
    static let possession: [ClientScene] = [
        door(
            "dpop",
            official,
            OAuthScript(bindsTokens: true),
            gate: ResourceGate(publication: .challengedPath, wantsPossession: true)
        ).changed { $0.isExtension = true },
        door(
            "dpop-nonce",
            official,
            OAuthScript(bindsTokens: true, nonce: issuerNonce),
            gate: ResourceGate(publication: .challengedPath, wantsPossession: true, nonce: serverNonce)
        ).changed { $0.isExtension = true },
    ]

    static let issuerNonce = "of-the-authorization-server"
    static let serverNonce = "of-the-mcp-server"

    /// Of the client, its platform and its identity provider alike: made for this run.
    static let key = P256.Signing.PrivateKey()

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
}
