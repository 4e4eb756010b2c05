import DaemonAPI
import Health
import JSON
import MCPAuthorization
import MCPHTTP
import Probing
import Redaction
import Registry
import Store
import Synchronization

/// What a desk keeps of log-ins, and how it comes by what makes them.
extension Desk {
    static var loginSpan: Duration { .seconds(600) }

    func grantStore(of id: String) -> VaultGrantStore<C> {
        VaultGrantStore(
            integration: id,
            store: store,
            vault: vault,
            holder: loginHolder,
            turnstiles: turnstiles,
            clock: clock,
            now: settings.now
        ) { [weak self] value, key in
            guard case .grant = key else { return }
            self?.hide(value, of: id)
        }
    }

    /// Keeps tokens out of everything that is shown from now on.
    private func hide(_ grant: JSONValue?, of id: String) {
        let names = ["access_token", "refresh_token", "possession_key"]
        var secrets: [String: String] = [:]
        for name in names { secrets[name] = grant?[name]?.stringValue }
        let mask = SecretMask(secrets)
        memory.withLock { $0.masks[id, default: IntegrationMask()].tokens = mask }
    }

    /// The session of a server that somebody is logged in at; nil where nobody is.
    func loginSession(
        of entry: Integration,
        _ server: IntegrationServer,
        _ values: [String: String]
    ) async throws(AuthorizationFault) -> LoginSession? {
        guard server.kind == .remote, settings.standIn == nil else { return nil }
        let (form, run) = LoginForm.of(entry, server)
        guard let address = Self.address(of: form, run, values) else { return nil }
        let kept = try await grantStore(of: entry.id).read(.grant(server: address))
        guard let kept, let grant = Grant(stored: kept), grant.server == address else { return nil }
        hide(kept, of: entry.id)
        let authorizer = try await authorizer(of: entry.id, at: address)
        return LoginSession(entry: form, server: run, authorizer: authorizer)
    }

    /// Where a server listens, with what is configured; nil where something for that is lacking.
    static func address(
        of entry: Integration,
        _ server: IntegrationServer,
        _ values: [String: String]
    ) -> HTTPAddress? {
        let plan = try? LaunchPlan(
            for: entry,
            configuration: values,
            on: Capabilities(baseEnvironment: [:]),
            server: server.id
        )
        guard case .address(let url, _)? = plan?.target else { return nil }
        return try? HTTPAddress(url)
    }

    /// What logs in at a server and keeps its tokens; it does nothing before it is asked.
    func authorizer(
        of id: String,
        at address: HTTPAddress,
        exchangeBound: Duration = .seconds(20)
    ) async throws(AuthorizationFault) -> OAuthAuthorizer {
        var profile = ClientProfile(name: "OpenWork")
        profile.registered = try await application(of: id, at: address)
        let world = AuthorizerWorld(
            exchanger: exchanger,
            store: grantStore(of: id),
            clock: clock,
            now: { [now = settings.now] in now().milliseconds / 1_000 }
        )
        return OAuthAuthorizer(
            AuthorizerSettings(server: address, profile: profile, exchangeBound: exchangeBound),
            world: world
        )
    }

    // MARK: Applications that users made at vendors

    private func application(
        of id: String,
        at address: HTTPAddress
    ) async throws(AuthorizationFault) -> ClientProfile.Registered? {
        let kept = try await sealed("client \(address)", of: id)
        guard let client = kept?["client_id"]?.stringValue else { return nil }
        let secret = kept?["client_secret"]?.stringValue
        return ClientProfile.Registered(clientID: client, proof: secret.map { .secret(Secret($0)) } ?? .none)
    }

    func keepApplication(
        _ client: String,
        _ secret: String?,
        of id: String,
        at address: HTTPAddress
    ) async throws(AuthorizationFault) {
        var object: JSONObject = ["client_id": .string(client)]
        object["client_secret"] = secret.map { .string($0) }
        try await seal(.object(object), as: "client \(address)", of: id)
    }

    // MARK: Log-ins whose browser is on its way

    /// Those that have not taken too long, the oldest first.
    func pendingLogins(of id: String, at address: HTTPAddress) async throws(AuthorizationFault) -> [PendingLogin] {
        let soonest = settings.now().milliseconds / 1_000 - Int64(Self.loginSpan / .seconds(1))
        let kept = try await sealed("pending", of: id)?.arrayValue ?? []
        return kept.compactMap { PendingLogin(stored: $0, server: address) }.filter { $0.startedAt > soonest }
    }

    func keepPending(_ logins: [PendingLogin], of id: String) async throws(AuthorizationFault) {
        let value: JSONValue? = logins.isEmpty ? nil : .array(logins.map(\.stored))
        try await seal(value, as: "pending", of: id)
    }

    private func sealed(_ name: String, of id: String) async throws(AuthorizationFault) -> JSONValue? {
        do {
            guard let sealed = try await store.login(name, of: id) else { return nil }
            return try JSONValue(parsing: Array(vault.open(sealed, for: SecretPlace(.login, id, name)).utf8))
        } catch {
            throw .store("\(error)")
        }
    }

    private func seal(_ value: JSONValue?, as name: String, of id: String) async throws(AuthorizationFault) {
        do {
            let sealed = try value.map { try vault.seal($0.text(), for: SecretPlace(.login, id, name)) }
            try await store.keepLogin(sealed, name, of: id, at: settings.now())
        } catch {
            throw .store("\(error)")
        }
    }
}
