import MCPAuthorization
import MCPHTTP
import Testing

@Suite("Client identity")
struct ClientIdentityTests {
    static let issuer = "https://auth.example.com"

    static func metadata(_ adjust: (inout ServerMetadata) -> Void = { _ in }) throws -> ServerMetadata {
        var metadata = ServerMetadata(defaultsAt: try HTTPAddress(issuer).origin)
        adjust(&metadata)
        return metadata
    }

    static func registration(_ issuer: String = issuer, redirect: String = "http://127.0.0.1:1/callback")
        -> Registration
    {
        Registration(issuer: issuer, clientID: "dynamic", redirectURIs: [redirect])
    }

    private func choose(
        _ profile: ClientProfile,
        _ metadata: ServerMetadata,
        _ registration: Registration? = registration()
    ) throws -> ClientIdentity.Source? {
        try ClientIdentity.choose(
            profile,
            at: metadata,
            registration: registration,
            redirectURI: "http://127.0.0.1:1/callback"
        )?.source
    }

    @Test("is pre-registered first, then a document, then a registration, then a new one")
    func order() throws {
        var profile = ClientProfile(
            name: "n",
            registered: .init(clientID: "by-hand"),
            metadataDocument: try HTTPAddress("https://client.example.com/c.json")
        )
        let taking = try Self.metadata { $0.takesMetadataDocuments = true }
        #expect(try choose(profile, taking) == .preregistered)
        profile.registered = nil
        #expect(try choose(profile, taking) == .metadataDocument)
        #expect(try choose(profile, Self.metadata()) == .registered)
        #expect(try choose(profile, Self.metadata(), nil) == nil)
        let closed = try Self.metadata { $0.registrationEndpoint = nil }
        #expect(throws: AuthorizationFault.noClientIdentity) { try choose(profile, closed, nil) }
    }

    @Test("is not taken from another authorization server, nor for another address to come back to")
    func foreign() throws {
        let profile = ClientProfile(name: "n")
        #expect(try choose(profile, Self.metadata(), Self.registration("https://other.example.com")) == nil)
        let elsewhere = Self.registration(redirect: "http://127.0.0.1:2/callback")
        #expect(try choose(profile, Self.metadata(), elsewhere) == nil)
    }

    @Test("needs a way to send its secret that the server takes")
    func secret() throws {
        let profile = ClientProfile(name: "n", registered: .init(clientID: "c", proof: .secret(Secret("s"))))
        let picky = try Self.metadata { $0.authenticationMethods = ["tls_client_auth"] }
        #expect(throws: AuthorizationFault.badMetadata(.unsupportedAuthentication(["tls_client_auth"]))) {
            try choose(profile, picky)
        }
    }

    @Test("survives the store", arguments: [nil, "s"] as [String?])
    func stored(secret: String?) throws {
        var registration = Self.registration()
        registration.secret = secret.map { Secret($0) }
        registration.secretExpiresAt = 12
        registration.method = "client_secret_post"
        #expect(Registration(stored: registration.stored) == registration)
    }
}
