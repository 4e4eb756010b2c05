import MCPHTTP

/// Gets tokens from a discovered authorization server: registers where needed, asks the user, exchanges the code.
package struct Login: Sendable {
    /// What to do next.
    package enum Step: Sendable {
        case send(SealedCall)
        /// Open the address in a browser, and hand over where it comes back to.
        case ask(AuthorizationRequest)
        case granted(Grant)
        case failed(AuthorizationFault)
    }

    private enum Stage {
        case starting
        case registering
        case asking(AuthorizationRequest)
        case exchanging(TokenRequest)
        case over
    }

    private let discovered: DiscoveredServer
    private let profile: ClientProfile
    private let redirectURI: String?
    private let scopes: ScopeSet
    private let entropy: Entropy
    private let possession: PossessionKey?
    private let assertion: Secret?
    private var stage = Stage.starting
    private var identity: ClientIdentity?
    /// The registration in use; a new one is worth keeping.
    package private(set) var registration: Registration?

    /// A login with the registration of an earlier one, if any; no address to come back to without a user.
    ///
    /// Tokens are bound to the key, if there is one. The assertion is what a grant of that kind exchanges.
    package init(
        at discovered: DiscoveredServer,
        profile: ClientProfile,
        registration: Registration? = nil,
        redirectURI: String? = nil,
        scopes: ScopeSet,
        entropy: Entropy,
        possession: PossessionKey? = nil,
        assertion: Secret? = nil
    ) {
        self.discovered = discovered
        self.profile = profile
        self.registration = registration
        self.redirectURI = redirectURI
        self.scopes = scopes
        self.entropy = entropy
        self.possession = possession
        self.assertion = assertion
    }

    /// A login whose browser was sent away before, perhaps in another run.
    /// - Throws: `.loginExpired` when the client that it was begun for is not at hand any more.
    package init(
        resuming pending: PendingLogin,
        profile: ClientProfile,
        registration: Registration?,
        entropy: Entropy
    ) throws(AuthorizationFault) {
        self.init(
            at: pending.discovered,
            profile: profile,
            registration: registration,
            redirectURI: pending.request.redirectURI,
            scopes: pending.scopes,
            entropy: entropy,
            possession: pending.possession
        )
        let chosen: ClientIdentity? = try .choose(
            profile,
            at: pending.discovered.metadata,
            registration: registration,
            redirectURI: pending.request.redirectURI
        )
        guard let chosen, chosen.clientID == pending.clientID else { throw .loginExpired }
        identity = chosen
        stage = .asking(pending.request)
    }

    /// The client that is at hand; empty before there is one.
    var clientID: String { identity?.clientID ?? "" }

    /// The first step; time is in seconds since 1970, here and below.
    package mutating func start(now: Int64) -> Step {
        attempt { login throws(AuthorizationFault) in try login.begin(now) }
    }

    /// The answer to the request that was to be sent, and the nonce for the next proof that came with it.
    package mutating func answered(status: Int, body: [UInt8], nonce: String? = nil, now: Int64) -> Step {
        attempt { login throws(AuthorizationFault) in try login.take(status, body, nonce, now) }
    }

    /// The address that the browser came back to.
    package mutating func returned(to callback: Secret, now: Int64) -> Step {
        attempt { login throws(AuthorizationFault) in
            guard case .asking(let request) = login.stage else { preconditionFailure("nobody was asked") }
            let code = try request.code(from: callback)
            return try login.exchange(
                .code(code, redirectURI: request.redirectURI, verifier: request.proof.verifier),
                now
            )
        }
    }

    private mutating func attempt(_ step: (inout Login) throws(AuthorizationFault) -> Step) -> Step {
        do throws(AuthorizationFault) {
            return try step(&self)
        } catch {
            stage = .over
            return .failed(error)
        }
    }

    private mutating func begin(_ now: Int64) throws(AuthorizationFault) -> Step {
        let metadata = discovered.metadata
        if profile.grant == .authorizationCode {
            // Before anything is registered that could never be used.
            guard metadata.codeChallengeMethods.contains("S256") else { throw .badMetadata(.noProofKey) }
            guard metadata.authorizationEndpoint != nil else {
                throw .badMetadata(.missing(member: "authorization_endpoint"))
            }
        }
        if let expiry = registration?.secretExpiresAt, expiry <= now { registration = nil }
        identity = try .choose(profile, at: metadata, registration: registration, redirectURI: redirectURI)
        guard identity == nil else { return try proceed(now) }
        guard let redirectURI,
            let call = Registration.request(profile, at: metadata, redirectURI: redirectURI, scopes: scopes)
        else { throw .noClientIdentity }
        stage = .registering
        return .send(call)
    }

    private mutating func take(
        _ status: Int,
        _ body: [UInt8],
        _ nonce: String?,
        _ now: Int64
    ) throws(AuthorizationFault) -> Step {
        switch stage {
        case .registering:
            let answer = try Registration.answer(
                status: status,
                body: body,
                issuer: discovered.metadata.issuer,
                redirectURI: redirectURI ?? ""
            )
            registration = answer
            identity = try answer.identity(offered: discovered.metadata.authenticationMethods)
            return try proceed(now)
        case .exchanging(var request):
            do throws(AuthorizationFault) {
                let answer = try TokenAnswer(status: status, body: body, showedKey: possession != nil)
                stage = .over
                return .granted(try grant(answer, now))
            } catch .declined(.nonceNeeded) where request.nonce == nil && nonce != nil {
                request.nonce = nonce
                stage = .exchanging(request)
                return .send(try request.call(now: now, entropy: entropy))
            }
        case .starting, .asking, .over:
            preconditionFailure("an answer that nobody waits for")
        }
    }

    private mutating func proceed(_ now: Int64) throws(AuthorizationFault) -> Step {
        switch profile.grant {
        case .authorizationCode: break
        case .clientCredentials: return try exchange(.clientCredentials, now)
        case .assertion:
            guard let assertion else { throw .loginNeeded }
            return try exchange(.assertion(assertion), now)
        }
        guard let identity, let redirectURI, let endpoint = discovered.metadata.authorizationEndpoint else {
            throw .loginNeeded
        }
        let request = AuthorizationRequest(
            at: discovered,
            endpoint: endpoint,
            clientID: identity.clientID,
            redirectURI: redirectURI,
            scopes: scopes,
            state: entropy.token(),
            proof: ProofKey(bytes: entropy.bytes(32)),
            possession: possession
        )
        stage = .asking(request)
        return .ask(request)
    }

    private mutating func exchange(_ kind: TokenRequest.Kind, _ now: Int64) throws(AuthorizationFault) -> Step {
        guard let identity else { throw .noClientIdentity }
        let request = TokenRequest(
            kind,
            endpoint: discovered.metadata.tokenEndpoint,
            issuer: discovered.metadata.issuer,
            resource: discovered.resource,
            scopes: scopes,
            identity: identity,
            possession: possession
        )
        stage = .exchanging(request)
        return .send(try request.call(now: now, entropy: entropy))
    }

    private func grant(_ answer: TokenAnswer, _ now: Int64) throws(AuthorizationFault) -> Grant {
        guard let identity else { throw .noClientIdentity }
        // What has to be bound to the key is not taken without.
        guard answer.isBound || profile.possession != .always else { throw .badMetadata(.noPossession) }
        return Grant(
            server: discovered.server,
            resource: discovered.resource,
            issuer: discovered.metadata.issuer,
            tokenEndpoint: discovered.metadata.tokenEndpoint,
            revocationEndpoint: discovered.metadata.revocationEndpoint,
            authenticationMethods: discovered.metadata.authenticationMethods,
            clientID: identity.clientID,
            source: identity.source,
            accessToken: answer.accessToken,
            refreshToken: answer.refreshToken,
            requestedScopes: scopes,
            scopes: answer.scopes ?? scopes,
            issuedAt: now,
            expiresAt: answer.lifetimeInSeconds.map { now + $0 },
            possession: answer.isBound ? possession : nil
        )
    }
}
