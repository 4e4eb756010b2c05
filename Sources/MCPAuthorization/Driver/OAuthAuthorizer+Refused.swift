import MCPHTTP
import Synchronization

extension OAuthAuthorizer {
    /// Decides about a refusal of a request that went out with a token, or without one, and does what it takes.
    /// - Returns: whether there is another token now.
    func answer(_ refusal: Refusal, sent: Secret?) async throws(AuthorizationFault) -> Bool {
        switch refusal.kind {
        case .final: throw .tokenRefused
        case .nonce:
            guard state.withLock({ $0.nonces[settings.server.origin] }) != nil else { throw .tokenRefused }
            return true
        case .token, .scope: break
        }
        let grant = state.withLock(\.grant)
        // Others were refused as well, and one of them was quicker.
        if let grant, grant.accessToken != sent, grant.scopes.covers(refusal.scopes) { return true }
        let result = try await world.store.exclusively(key) { [self] in
            await take(refusal, refused: sent)
        }
        adopt(try result.get())
        return true
    }

    /// Whether a login can come about here and now.
    private var canLogIn: Bool { world.browser != nil || settings.profile.grant != .authorizationCode }

    private func take(_ refusal: Refusal, refused: Secret?) async -> Result<Grant, AuthorizationFault> {
        do throws(AuthorizationFault) {
            let current = try await stored()
            if let current, current.accessToken != refused, current.scopes.covers(refusal.scopes) {
                return .success(current)
            }
            guard let current else { return await login(after: refusal) }
            if case .scope = refusal.kind { return await stepUp(from: current, refusal) }
            let discovered = try await discover(refusal.metadata, knowing: [current.issuer])
            guard discovered.metadata.issuer == current.issuer else {
                // Tokens and credentials of the old one are not for the new one, nor for anybody any more.
                try await keep(nil)
                guard canLogIn else {
                    return .failure(.issuerChanged(from: current.issuer, to: discovered.metadata.issuer))
                }
                return await login(after: refusal, at: discovered, from: nil)
            }
            return await renewOrLogIn(current, refusal, discovered)
        } catch {
            return .failure(error)
        }
    }

    private func renewOrLogIn(
        _ current: Grant,
        _ refusal: Refusal,
        _ discovered: DiscoveredServer
    ) async -> Result<Grant, AuthorizationFault> {
        let isRenewed = state.withLock { $0.renewedAfterRefusal == current.accessToken }
        let age = world.now() - current.issuedAt
        let canRenew = current.refreshToken != nil || settings.profile.grant != .authorizationCode
        if canRenew, !isRenewed {
            switch await shielded({ await self.renew(current) }) {
            case .success(let grant):
                state.withLock { $0.renewedAfterRefusal = grant.accessToken }
                return .success(grant)
            case .failure(.loginExpired): break
            case .failure(let fault): return .failure(fault)
            }
        } else if age < settings.freshnessInSeconds, !current.isExpired(at: world.now()) {
            return .failure(.tokenRefused)
        }
        return await login(after: refusal, at: discovered, from: current)
    }

    private func stepUp(from current: Grant, _ refusal: Refusal) async -> Result<Grant, AuthorizationFault> {
        // Whoever logs in elsewhere has to be told what for.
        guard canLogIn else { return .failure(.scopeRefused(refusal.scopes)) }
        guard state.withLock({ $0.ledger.permits(refusal.scopes) }) else {
            return .failure(.scopeRefused(refusal.scopes))
        }
        do throws(AuthorizationFault) {
            let discovered = try await discover(refusal.metadata, knowing: [current.issuer])
            let isSame = discovered.metadata.issuer == current.issuer
            return await login(after: refusal, at: discovered, from: isSame ? current : nil)
        } catch {
            return .failure(error)
        }
    }

    /// Fetches what discovery asks for.
    func discover(_ advertised: String?, knowing issuers: [String]) async throws(AuthorizationFault) -> DiscoveredServer
    {
        let configured = settings.profile.registered?.issuer.map { [$0] } ?? []
        var discovery = Discovery(
            server: settings.server,
            advertised: advertised,
            knownIssuers: configured + issuers,
            rule: settings.rule
        )
        var step = discovery.start()
        while true {
            switch step {
            case .fetch(let address):
                let answer = try await messenger.document(address)
                step = discovery.fetched(status: answer.status, body: answer.body)
            case .found(let discovered): return discovered
            case .failed(let fault): throw fault
            }
        }
    }
}
