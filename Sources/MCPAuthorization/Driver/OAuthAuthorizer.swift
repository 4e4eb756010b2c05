package import HTTPTypes
package import MCPHTTP
import Synchronization

/// The credentials of one MCP server: renews them ahead of their end, and logs in or asks for more scopes when refused.
///
/// One party at a time changes a grant, across tasks and processes: whoever waited looks at the store again, and takes
/// what another one got meanwhile.
package final class OAuthAuthorizer: HTTPAuthorizer {
    struct State {
        var grant: Grant?
        var isLoaded = false
        /// The token that came of a renewal after a refusal: when it is refused too, renewing does not help.
        var renewedAfterRefusal: Secret?
        /// Ahead of the end, a renewal that failed is not tried again before this second.
        var noRenewalBefore: Int64 = 0
        var ledger = StepUpLedger()
        /// What each server wants in the next proof of possession.
        var nonces: [HTTPOrigin: String] = [:]
        var fault: AuthorizationFault?
    }

    let settings: AuthorizerSettings
    let world: AuthorizerWorld
    let messenger: Messenger
    let state = Mutex(State())

    /// An authorizer that does nothing before the first request.
    package init(_ settings: AuthorizerSettings, world: AuthorizerWorld) {
        self.settings = settings
        self.world = world
        messenger = Messenger(
            exchanger: world.exchanger,
            rule: settings.rule,
            resolve: world.resolve,
            pause: world.pause,
            bound: settings.exchangeBound,
            limitInBytes: settings.documentBytes
        )
    }

    /// Why there is no good token; nil when nothing is wrong.
    package var fault: AuthorizationFault? { state.withLock(\.fault) }

    /// The grant in use; nil before a login.
    package var grant: Grant? { state.withLock(\.grant) }

    var key: GrantStoreKey { .grant(server: settings.server) }

    /// The token, renewed first when its time is near, and a proof that we may use it; nothing before a login.
    package func fields(for call: HTTPCall) async -> HTTPFields {
        guard let grant = await usableGrant() else { return HTTPFields() }
        guard let key = grant.possession else { return [.authorization: Self.bearer + grant.accessToken.revealed()] }
        let proof = try? PossessionProof.token(
            key,
            call.method,
            call.address,
            accessToken: grant.accessToken,
            nonce: state.withLock { $0.nonces[settings.server.origin] },
            now: world.now(),
            identifier: world.entropy.token()
        )
        // Without a proof the token is of no use, and the server says so.
        guard let proof else { return HTTPFields() }
        return [
            .authorization: Self.bound + grant.accessToken.revealed(), .possessionProof: proof.revealed(),
        ]
    }

    /// Remembers what the server wants in the next proof.
    package func answered(_ fields: HTTPFields) {
        learn(fields[.possessionNonce], at: settings.server.origin)
    }

    func learn(_ nonce: String?, at origin: HTTPOrigin) {
        guard let nonce else { return }
        state.withLock { $0.nonces[origin] = nonce }
    }

    /// Gets another token than the one that was sent where that can help; waits while a user logs in.
    package func refused(status: Int, challenges: [AuthenticationChallenge], sent: HTTPFields) async -> Bool {
        do throws(AuthorizationFault) {
            let refusal = Refusal(status: status, challenges: challenges)
            let hasOthers = try await answer(refusal, sent: Self.token(in: sent))
            if hasOthers { state.withLock { $0.fault = nil } }
            return hasOthers
        } catch {
            note(error)
            return false
        }
    }

    /// The token of a request that `fields` made; nil when it went out without one.
    private static func token(in sent: HTTPFields) -> Secret? {
        guard let value = sent[.authorization], let scheme = [bearer, bound].first(where: value.hasPrefix) else {
            return nil
        }
        return Secret(String(value.dropFirst(scheme.count)))
    }

    private static let bearer = "Bearer "
    private static let bound = "DPoP "

    /// Logs in without waiting for a refusal; the server is asked for one, because it may say where to go.
    package func logIn() async throws(AuthorizationFault) {
        let refusal = Refusal(status: 401, challenges: await messenger.challenges(of: settings.server))
        let result = try await world.store.exclusively(key) { await self.login(after: refusal) }
        try adopt(result.get())
    }

    /// Forgets the grant, and asks the authorization server to do so as well, as far as it listens.
    package func logOut() async throws(AuthorizationFault) {
        let result = try await world.store.exclusively(key) { await self.giveBack() }
        try result.get()
    }

    func note(_ fault: AuthorizationFault) {
        state.withLock { $0.fault = fault }
    }

    func adopt(_ grant: Grant?) {
        state.withLock { state in
            state.grant = grant
            state.isLoaded = true
            if grant != nil { state.fault = nil }
        }
    }

    // MARK: The store

    /// What the store has, as long as it is for this server.
    func stored() async throws(AuthorizationFault) -> Grant? {
        guard let grant = try await world.store.read(key).flatMap({ Grant(stored: $0) }),
            grant.server == settings.server, ResourceMetadata.covers(grant.resource, settings.server)
        else { return nil }
        return grant
    }

    func keep(_ grant: Grant?) async throws(AuthorizationFault) {
        try await world.store.write(grant?.stored, at: key)
        adopt(grant)
    }

    func registration(at issuer: String) async throws(AuthorizationFault) -> Registration? {
        try await world.store.read(.registration(issuer: issuer)).flatMap { Registration(stored: $0) }
    }

    private func giveBack() async -> Result<Void, AuthorizationFault> {
        do throws(AuthorizationFault) {
            if let grant = try await stored(), let endpoint = grant.revocationEndpoint {
                let token = grant.refreshToken ?? grant.accessToken
                await revoke(token, of: grant, at: endpoint)
            }
            try await keep(nil)
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private func revoke(_ token: Secret, of grant: Grant, at endpoint: HTTPAddress) async {
        do throws(AuthorizationFault) {
            let identity = try await grant.identity(settings.profile, registration: registration(at: grant.issuer))
            let request = TokenRequest(
                .revocation(token),
                endpoint: endpoint,
                issuer: grant.issuer,
                resource: grant.resource,
                identity: identity
            )
            _ = try await messenger.send(request.call(now: world.now(), entropy: world.entropy).opened())
        } catch {
            // What the user wants is that this machine forgets, and it does; the token ends by itself.
        }
    }
}

extension OAuthAuthorizer: CustomReflectable {
    /// What it was set up with; not the connections and grants in use, whose buffers hold tokens.
    package var customMirror: Mirror { Mirror(self, children: ["settings": settings]) }
}
