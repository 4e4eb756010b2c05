import JSON
import MCP
import MockVendors

extension ClientScene {
    /// The client id of those who are known by a document: the same as in the official suite, and fetched by nobody.
    package static let metadataDocument = "https://conformance-test.local/client-metadata.json"

    /// Who the client says it is, and how it proves it.
    static let identities: [ClientScene] = [
        door("basic-cimd", official, OAuthScript(takesMetadataDocuments: true, clients: [.init(id: metadataDocument)])),
        door("token-endpoint-auth-basic", official, OAuthScript(authenticationMethods: ["client_secret_basic"])),
        door("token-endpoint-auth-post", official, OAuthScript(authenticationMethods: ["client_secret_post"])),
        door("token-endpoint-auth-none", official, OAuthScript(authenticationMethods: ["none"])),
        door(
            "pre-registration",
            official,
            OAuthScript(
                authenticationMethods: ["client_secret_basic"],
                registersClients: false,
                clients: [.init(id: "known", secret: "as agreed")]
            )
        ).changed { $0.context = { _ in ["client_id": "known", "client_secret": "as agreed"] } },
    ]

    /// Who an answer to an authorization request comes from (RFC 9207).
    static let issuers: [ClientScene] = [
        door("iss-supported", modern, OAuthScript(namesIssuer: true)),
        door("iss-not-advertised", modern, OAuthScript(namesIssuer: false)),
        door("iss-supported-missing", modern, OAuthScript(namesIssuer: true, faults: [.missingIssuerInResponse])),
        door(
            "iss-wrong-issuer",
            modern,
            OAuthScript(namesIssuer: true, faults: [.foreignIssuerInResponse("https://evil.example.com")])
        ),
        door(
            "iss-unexpected",
            modern,
            OAuthScript(namesIssuer: false, faults: [.foreignIssuerInResponse("https://evil.example.com")])
        ),
        door("iss-normalized", modern, OAuthScript(namesIssuer: true, faults: [.normalizedIssuerInResponse])),
    ]
}
