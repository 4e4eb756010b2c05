import MCPHTTP
import Synchronization

extension OAuthAuthorizer {
    /// The grant to send a request with, renewed when its time is near; nil when there is none.
    func usableGrant() async -> Grant? {
        let grant: Grant?
        do throws(AuthorizationFault) {
            grant = try await loaded()
        } catch {
            note(error)
            return nil
        }
        let now = world.now()
        guard let grant, grant.wantsRefresh(at: now) else { return grant }
        guard grant.isExpired(at: now) || state.withLock({ $0.noRenewalBefore <= now }) else { return grant }
        do throws(AuthorizationFault) {
            return try await renewed(grant)
        } catch .loginExpired {
            note(.loginExpired)
            return nil
        } catch {
            note(error)
            state.withLock { $0.noRenewalBefore = now + 10 }
            // It may still be good, and when it is not, the server's answer says what to do.
            return grant
        }
    }

    /// A grant with another token than this one, from the store or from the authorization server.
    /// - Throws: `.loginExpired` when only a login helps, `.unavailable` when it may work later.
    func renewed(_ stale: Grant) async throws(AuthorizationFault) -> Grant {
        let result = try await world.store.exclusively(key) { [self] in
            await shielded { await self.renew(stale) }
        }
        return try result.get()
    }

    /// As `renewed`, for whoever holds the key already.
    func renew(_ stale: Grant) async -> Result<Grant, AuthorizationFault> {
        var source: ClientIdentity.Source?
        do throws(AuthorizationFault) {
            guard let current = try await stored() else {
                adopt(nil)
                return .failure(.loginExpired)
            }
            if current.accessToken != stale.accessToken, !current.isExpired(at: world.now()) {
                adopt(current)
                return .success(current)
            }
            source = current.source
            let grant = try await renewal(of: current)
            try await keep(grant)
            return .success(grant)
        } catch {
            if error == .loginExpired { await forget() }
            if case .clientRefused = error, source == .registered {
                // A server that forgot our registration takes nothing from this client: the next login makes another.
                try? await forgetRegistration(at: stale.issuer)
                await forget()
            }
            return .failure(error)
        }
    }

    private func loaded() async throws(AuthorizationFault) -> Grant? {
        let (grant, isLoaded) = state.withLock { ($0.grant, $0.isLoaded) }
        guard !isLoaded else { return grant }
        let stored = try await stored()
        adopt(stored)
        return stored
    }

    /// The grant is worth nothing any more.
    private func forget() async {
        do throws(AuthorizationFault) {
            try await keep(nil)
        } catch {
            // It stays in the store, where the next one finds it worthless too.
            adopt(nil)
        }
    }

    private func renewal(of grant: Grant) async throws(AuthorizationFault) -> Grant {
        let identity = try await grant.identity(settings.profile, registration: registration(at: grant.issuer))
        let kind: TokenRequest.Kind
        switch (grant.refreshToken, settings.profile.grant) {
        case (let token?, _): kind = .refresh(token)
        case (nil, .clientCredentials): kind = .clientCredentials
        case (nil, .assertion):
            let statement = try await assertion(to: grant.issuer, about: grant.resource, grant.requestedScopes)
            guard let statement else { throw .loginExpired }
            kind = .assertion(statement)
        case (nil, .authorizationCode): throw .loginExpired
        }
        let request = TokenRequest(
            kind,
            endpoint: grant.tokenEndpoint,
            issuer: grant.issuer,
            resource: grant.resource,
            scopes: grant.requestedScopes,
            identity: identity,
            possession: grant.possession,
            nonce: state.withLock { $0.nonces[grant.tokenEndpoint.origin] }
        )
        let answer = try await patiently(request)
        guard answer.isBound || settings.profile.possession != .always else { throw .badMetadata(.noPossession) }
        return grant.renewed(by: answer, now: world.now())
    }

    /// Tries again what cannot be had for now, a few times, with longer and longer pauses.
    private func patiently(_ original: TokenRequest) async throws(AuthorizationFault) -> TokenAnswer {
        var request = original
        var pause = settings.renewalPause
        var attempt = 1
        while true {
            do throws(AuthorizationFault) {
                let call = try request.call(now: world.now(), entropy: world.entropy)
                let answer = try await messenger.send(call.opened())
                learn(answer.nonce, at: request.endpoint.origin)
                let nonce = answer.nonce
                do throws(AuthorizationFault) {
                    return try TokenAnswer(
                        status: answer.status,
                        body: answer.body,
                        showedKey: request.possession != nil
                    )
                } catch .declined(.nonceNeeded) where nonce != nil && request.nonce == original.nonce {
                    request.nonce = nonce
                    continue
                }
            } catch {
                guard error.isPassing, attempt < settings.renewalAttempts else { throw error }
            }
            do {
                try await world.pause(pause)
            } catch {
                throw .cancelled
            }
            pause *= 2
            attempt += 1
        }
    }
}
