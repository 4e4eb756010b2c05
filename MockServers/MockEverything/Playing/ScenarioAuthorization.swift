package import JSON
package import MCPAuthorization
package import MCPHTTP

/// Makes what authorizes a client in the suite's scenarios about authorization: a real authorizer, a user who agrees.
package struct ScenarioAuthorization: Sendable {
    /// The address that the suite expects as the client id where metadata documents are taken.
    package static let metadataDocument = "https://conformance-test.local/client-metadata.json"

    /// What the authorizer of one scenario is made with.
    private let world: AuthorizerWorld
    private let registered: ClientProfile.Registered?

    /// Authorization over the exchanger, with grants that end with the process unless there is a store for them.
    ///
    /// Time is in seconds since 1970. Credentials that are registered already are for uses that have no name.
    package init<C: Clock<Duration>>(
        exchanger: any HTTPExchanger,
        store: any GrantStore = MemoryGrantStore(),
        registered: ClientProfile.Registered? = nil,
        clock: C,
        now: @escaping @Sendable () -> Int64
    ) {
        self.registered = registered
        world = AuthorizerWorld(
            exchanger: exchanger,
            store: store,
            browser: AgreeingBrowser(exchanger: exchanger),
            clock: clock,
            now: now
        )
    }

    /// The authorizer of a scenario; nil for one that is not about authorization.
    /// - Throws: `PlayError.missing` when the context lacks what the scenario needs.
    package func authorizer(
        _ scenario: String,
        _ context: JSONValue,
        _ address: HTTPAddress
    ) throws(PlayError) -> OAuthAuthorizer? {
        guard scenario.hasPrefix("auth/") else { return nil }
        let profile = try Self.profile(scenario, context)
        return OAuthAuthorizer(AuthorizerSettings(server: address, profile: profile), world: world)
    }

    /// The same for a use that has no name: whatever the server wants is tried.
    package func always(
        _ scenario: String,
        _ context: JSONValue,
        _ address: HTTPAddress
    ) throws(PlayError) -> OAuthAuthorizer? {
        var profile = try Self.profile(scenario, context)
        profile.registered = profile.registered ?? registered
        return OAuthAuthorizer(AuthorizerSettings(server: address, profile: profile), world: world)
    }

    /// Who the client is: as the context has it, or with a metadata document, or registered on the way.
    static func profile(_ scenario: String, _ context: JSONValue) throws(PlayError) -> ClientProfile {
        var profile = ClientProfile(name: "openwork-mock-client")
        profile.metadataDocument = try? HTTPAddress(metadataDocument)
        switch scenario {
        case "auth/pre-registration":
            profile.registered = try registered(context, .secret(secret("client_secret", in: context)))
        case "auth/client-credentials-basic":
            profile.grant = .clientCredentials
            profile.registered = try registered(context, .secret(secret("client_secret", in: context)))
        case "auth/client-credentials-jwt":
            profile.grant = .clientCredentials
            profile.registered = try registered(context, .key(key(in: context)))
        case "auth/wif-jwt-bearer":
            let statement = try secret("valid_jwt", in: context)
            profile.grant = .assertion
            profile.registered = try registered(context, .none)
            profile.assertions = .workload { () throws(AuthorizationFault) in statement }
        case "auth/enterprise-managed-authorization":
            profile.grant = .assertion
            profile.registered = try registered(context, .secret(secret("client_secret", in: context)))
            profile.assertions = .identityProvider(try identityExchange(context))
        default: break
        }
        return profile
    }

    private static func registered(
        _ context: JSONValue,
        _ proof: ClientProfile.Registered.Proof
    ) throws(PlayError) -> ClientProfile.Registered {
        ClientProfile.Registered(clientID: try text("client_id", in: context), proof: proof)
    }

    private static func identityExchange(_ context: JSONValue) throws(PlayError) -> IdentityExchange {
        let endpoint = try text("idp_token_endpoint", in: context)
        guard let address = try? HTTPAddress(endpoint) else {
            throw .missing("a usable idp_token_endpoint in MCP_CONFORMANCE_CONTEXT")
        }
        return IdentityExchange(
            tokenEndpoint: address,
            clientID: try text("idp_client_id", in: context),
            idToken: try secret("idp_id_token", in: context)
        )
    }

    private static func key(in context: JSONValue) throws(PlayError) -> SigningKey {
        do {
            return try SigningKey(pem: try text("private_key_pem", in: context))
        } catch {
            throw .missing("a readable private_key_pem in MCP_CONFORMANCE_CONTEXT")
        }
    }

    static func secret(_ name: String, in context: JSONValue) throws(PlayError) -> Secret {
        Secret(try text(name, in: context))
    }

    static func text(_ name: String, in context: JSONValue) throws(PlayError) -> String {
        guard let text = context[name]?.stringValue else { throw .missing("\(name) in MCP_CONFORMANCE_CONTEXT") }
        return text
    }
}
