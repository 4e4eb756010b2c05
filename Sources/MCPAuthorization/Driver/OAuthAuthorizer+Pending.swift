import MCPHTTP

/// A login in two halves, between which nothing waits: for a service whose user is somewhere else.
extension OAuthAuthorizer {
    /// Finds out whom to ask and for what, registers where needed, and says where the browser has to go.
    ///
    /// - Parameters:
    ///   - redirectURI: where the browser comes back to.
    ///   - wanted: scopes beyond those that the server names and those of the grant that there is.
    ///   - known: scopes to ask for, at most, where the server names its own; nil for no such bound.
    /// - Returns: what is to be kept until the browser comes back.
    /// - Throws: why nobody can be asked.
    package func beginLogin(
        redirectURI: String,
        wanting wanted: ScopeSet = [],
        atMost known: ScopeSet? = nil
    ) async throws(AuthorizationFault) -> PendingLogin {
        let refusal = Refusal(status: 401, challenges: await messenger.challenges(of: settings.server))
        let discovered = try await discover(refusal.metadata, knowing: [])
        let former = try await stored().flatMap { $0.issuer == discovered.metadata.issuer ? $0 : nil }
        var scopes =
            former.map { ScopeChoice.stepUp(from: $0, challenged: refusal.scopes, at: discovered) }
            ?? ScopeChoice.initial(challenged: refusal.scopes, at: discovered, atMost: known)
        scopes = scopes.union(wanted).union(settings.extraScopes)
        try await checkBinding(discovered)
        let isBound = try settings.profile.possession.bindsTokens(
            of: discovered,
            isChallenged: refusal.wantsPossession
        )
        let key = isBound ? PossessionKey() : nil
        var login = Login(
            at: discovered,
            profile: settings.profile,
            registration: try await registration(at: discovered.metadata.issuer),
            redirectURI: redirectURI,
            scopes: scopes,
            entropy: world.entropy,
            possession: key
        )
        let first = login.start(now: world.now())
        switch try await proceed(with: &login, from: first) {
        case .ask(let request):
            return PendingLogin(
                request,
                clientID: login.clientID,
                at: discovered,
                scopes: scopes,
                possession: key,
                startedAt: world.now()
            )
        case .failed(let fault): throw fault
        case .send, .granted: throw .loginNeeded
        }
    }

    /// Holds what a browser came back with against the login, and exchanges its code for tokens.
    /// - Returns: the grant, which is kept and in use from now on.
    /// - Throws: why there is none; then the login is to be begun anew.
    @discardableResult
    package func finishLogin(_ pending: PendingLogin, callback: Secret) async throws(AuthorizationFault) -> Grant {
        let issuer = pending.discovered.metadata.issuer
        var login = try Login(
            resuming: pending,
            profile: settings.profile,
            registration: try await registration(at: issuer),
            entropy: world.entropy
        )
        let first = login.returned(to: callback, now: world.now())
        switch try await proceed(with: &login, from: first) {
        case .granted(let grant):
            let result = try await world.store.exclusively(key) { await self.take(grant) }
            try result.get()
            return grant
        case .failed(let fault):
            if case .clientRefused = fault { try await forgetRegistration(at: issuer) }
            throw fault
        case .send, .ask: throw .loginNeeded
        }
    }

    private func take(_ grant: Grant) async -> Result<Void, AuthorizationFault> {
        do throws(AuthorizationFault) {
            return .success(try await keep(grant))
        } catch {
            return .failure(error)
        }
    }
}
