import JSON
import MCPHTTP

extension OAuthAuthorizer {
    /// Gets a grant from nothing; for whoever holds the key.
    func login(after refusal: Refusal) async -> Result<Grant, AuthorizationFault> {
        do throws(AuthorizationFault) {
            return await login(after: refusal, at: try await discover(refusal.metadata, knowing: []), from: nil)
        } catch {
            return .failure(error)
        }
    }

    /// Gets a grant from a discovered authorization server, with the scopes of a previous one of the same server.
    func login(
        after refusal: Refusal,
        at discovered: DiscoveredServer,
        from previous: Grant?
    ) async -> Result<Grant, AuthorizationFault> {
        let challenged = refusal.scopes.isEmpty ? refusal.scopes : refusal.scopes.union(settings.extraScopes)
        var scopes =
            previous.map { ScopeChoice.stepUp(from: $0, challenged: challenged, at: discovered) }
            ?? ScopeChoice.initial(challenged: challenged, at: discovered)
        scopes = scopes.union(settings.extraScopes)
        do throws(AuthorizationFault) {
            try await checkBinding(discovered)
            let isBound = try settings.profile.possession.bindsTokens(
                of: discovered,
                isChallenged: refusal.wantsPossession
            )
            let key = isBound ? previous?.possession ?? PossessionKey() : nil
            let grant = try await grant(at: discovered, scopes, key)
            try await keep(grant)
            return .success(grant)
        } catch {
            return .failure(error)
        }
    }

    /// Credentials that name no authorization server belong to the first one they were used with.
    func checkBinding(_ discovered: DiscoveredServer) async throws(AuthorizationFault) {
        guard let registered = settings.profile.registered, registered.issuer == nil else { return }
        let key = GrantStoreKey.binding(server: settings.server, clientID: registered.clientID)
        let issuer = discovered.metadata.issuer
        guard let bound = try await world.store.read(key)?.stringValue else {
            return try await world.store.write(.string(issuer), at: key)
        }
        guard bound == issuer else { throw .issuerChanged(from: bound, to: issuer) }
    }

    private func grant(
        at discovered: DiscoveredServer,
        _ scopes: ScopeSet,
        _ possession: PossessionKey?
    ) async throws(AuthorizationFault) -> Grant {
        let registration = try await registration(at: discovered.metadata.issuer)
        guard settings.profile.grant == .authorizationCode else {
            let login = Login(
                at: discovered,
                profile: settings.profile,
                scopes: scopes,
                entropy: world.entropy,
                possession: possession,
                assertion: try await assertion(
                    to: discovered.metadata.issuer,
                    about: discovered.resource,
                    scopes
                )
            )
            return try await perform(login, callback: nil)
        }
        guard let browser = world.browser else { throw .loginNeeded }
        let preferred = (registration?.redirectURIs ?? []) + settings.profile.redirectURIs
        let result = try await browser.withCallback(preferring: preferred) { callback in
            let login = Login(
                at: discovered,
                profile: settings.profile,
                registration: registration,
                redirectURI: callback.redirectURI,
                scopes: scopes,
                entropy: world.entropy,
                possession: possession
            )
            return await outcome(of: login, callback)
        }
        return try result.get()
    }

    private func outcome(of login: Login, _ callback: any LoginCallback) async -> Result<Grant, AuthorizationFault> {
        do throws(AuthorizationFault) {
            return .success(try await perform(login, callback: callback))
        } catch {
            return .failure(error)
        }
    }

    private func perform(_ login: Login, callback: (any LoginCallback)?) async throws(AuthorizationFault) -> Grant {
        var login = login
        var step = login.start(now: world.now())
        while true {
            step = try await proceed(with: &login, from: step)
            switch step {
            case .send: continue
            case .ask(let request):
                guard let callback else { throw .loginNeeded }
                let answer = await messenger.limited(to: settings.loginBound) {
                    await Self.answer(of: callback, to: request)
                }
                // Who does not come back in time is not there.
                guard let answer else { throw Task.isCancelled ? .cancelled : .loginNeeded }
                step = login.returned(to: try answer.get(), now: world.now())
            case .granted(let grant):
                return grant
            case .failed(let fault):
                if case .clientRefused = fault, let kept = login.registration {
                    try await forgetRegistration(at: kept.issuer)
                }
                throw fault
            }
        }
    }

    /// Makes the requests of a login, until it wants something else.
    func proceed(with login: inout Login, from first: Login.Step) async throws(AuthorizationFault) -> Login.Step {
        var step = first
        while case .send(let sealed) = step {
            let kept = login.registration
            let call = sealed.opened()
            let answer = try await messenger.send(call)
            learn(answer.nonce, at: call.address.origin)
            step = login.answered(status: answer.status, body: answer.body, nonce: answer.nonce, now: world.now())
            if let registration = login.registration, registration != kept {
                // Kept at once: what follows can fail, and the client is registered all the same.
                try await world.store.write(registration.stored, at: .registration(issuer: registration.issuer))
            }
        }
        return step
    }

    /// The server forgot the registration: the next login makes another.
    func forgetRegistration(at issuer: String) async throws(AuthorizationFault) {
        try await world.store.write(nil, at: .registration(issuer: issuer))
    }

    private static func answer(
        of callback: any LoginCallback,
        to request: AuthorizationRequest
    ) async -> Result<Secret, AuthorizationFault> {
        do throws(AuthorizationFault) {
            return .success(try await callback.answer(to: request))
        } catch {
            return .failure(error)
        }
    }
}
