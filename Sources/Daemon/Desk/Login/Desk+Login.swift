package import DaemonAPI
import Health
import JSON
import Logging
import MCPAuthorization
import MCPHTTP
import Probing
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// Browsers reach the daemon here from now on; scheme, host and port.
    package func reachable(at address: String) {
        publicAddress.withLock { $0 = address }
    }

    /// Where browsers come back to.
    var redirectURI: String { publicAddress.withLock { $0 } + "/oauth/callback" }

    /// Told from what is kept; nobody is asked.
    package func login(_ id: String) async throws -> LoginReport {
        let entry = try entry(id)
        var report = LoginReport(integration: id)
        let (ending, authorizer) = memory.withLock { ($0.loginEndings[id], $0.authorizers[id]) }
        report.last = ending
        if case .scopeRefused(let scopes)? = authorizer?.fault { report.wantedScopes = scopes.names }
        guard let place = try? await place(of: entry, nil) else { return report }
        report.server = place.server.id
        let kept = try await grantStore(of: id).read(.grant(server: place.address))
        if let grant = kept.flatMap({ Grant(stored: $0) }) {
            report.isLoggedIn = true
            report.issuer = grant.issuer
            report.scopes = grant.scopes.names
            report.since = Timestamp(milliseconds: grant.issuedAt * 1_000)
            report.expiresAt = grant.expiresAt.map { Timestamp(milliseconds: $0 * 1_000) }
            report.isRenewed = grant.refreshToken != nil
        }
        report.pending = try await pendingLogins(of: id, at: place.address).map(\.name)
        return report
    }

    /// The vendor's authorization server is asked, and told of this application; the user's browser is not opened.
    package func startLogin(_ id: String, _ request: LoginRequest) async throws -> LoginStart {
        try await changing("login_start", id) {
            let place = try await place(of: try entry(id), request.server)
            return try await told(id) { () async throws(AuthorizationFault) in
                if let client = request.clientID {
                    try await keepApplication(client, request.clientSecret, of: id, at: place.address)
                }
                var wanted = ScopeSet(request.scopes)
                if case .scopeRefused(let scopes)? = memory.withLock({ $0.authorizers[id]?.fault }) {
                    wanted = scopes.union(wanted)
                }
                let facts = place.entry.auth(of: place.server).oauth
                let login = try await authorizer(of: id, at: place.address).beginLogin(
                    redirectURI: redirectURI,
                    wanting: wanted,
                    atMost: facts.map { ScopeSet($0.scopes) }
                )
                let former = try await pendingLogins(of: id, at: place.address)
                try await keepPending(former.suffix(3) + [login], of: id)
                publish(.login, id, ["what": "started", "login": .string(login.name)])
                return LoginStart(
                    integration: id,
                    login: login.name,
                    authorizationURL: login.request.address.description,
                    redirectURI: login.request.redirectURI,
                    issuer: login.request.issuer,
                    scopes: login.scopes.names,
                    expiresAt: now.before(.zero - Self.loginSpan)
                )
            }
        }
    }

    /// An answer that belongs to no log-in leaves those that wait as they are.
    package func completeLogin(_ id: String, _ address: PastedAddress) async throws -> Verdict {
        let entry = try entry(id)
        let answer = Secret(address.redirectedURL)
        guard let (place, login) = await waiting(for: answer, of: entry) else {
            throw Problem(
                422,
                "no_such_login",
                "the address belongs to no log-in of \(id) that waits: it was used, replaced, or took too long",
                fix: "begin it anew: openwork login \(id)"
            )
        }
        return try await finish(login, at: place, with: answer)
    }

    /// Whoever brings a state that we gave out may end that log-in, and learns nothing but how it ended.
    package func returnFromLogin(query: String) async -> LoginEnding {
        let answer = Secret("?" + query)
        // What waits is kept, so that a restart in between does no harm; that is why all are looked at.
        for entry in registry.integrations where !LoginForm.servers(of: entry).isEmpty {
            guard let (place, login) = await waiting(for: answer, of: entry) else { continue }
            do {
                let verdict = try await finish(login, at: place, with: answer)
                return Self.ending(entry, verdict)
            } catch let problem as Problem {
                return LoginEnding(
                    isGood: false,
                    status: problem.status == 424 ? 424 : problem.status >= 500 ? 500 : 400,
                    sentences: [problem.detail, problem.fix]
                )
            } catch {
                logger.error("a log-in failed", metadata: ["integration": "\(entry.id)", "error": "\(error)"])
                return LoginEnding(
                    isGood: false,
                    status: 500,
                    sentences: ["The daemon failed at this log-in; its log says why."]
                )
            }
        }
        return LoginEnding(
            isGood: false,
            status: 400,
            sentences: [
                "No log-in waits for this answer: it was used already, was begun anew, or took too long.",
                "Begin it again with openwork login, or in the dashboard.",
            ]
        )
    }

    /// The vendor is asked to forget the tokens too, as far as it listens.
    package func logOut(_ id: String) async throws -> Verdict {
        try await changing("logout", id) {
            let start = clock.now
            let entry = try entry(id)
            let place = try await place(of: entry, nil)
            try await told(id) { () async throws(AuthorizationFault) in
                let kept = try await grantStore(of: id).read(.grant(server: place.address))
                let pending = try await pendingLogins(of: id, at: place.address).map(\.request.issuer)
                try await authorizer(of: id, at: place.address).logOut()
                try await keepPending([], of: id)
                // The next log-in registers anew: a vendor that forgot this client says so only to the browser.
                for issuer in Set(pending + [kept.flatMap { Grant(stored: $0)?.issuer }].compactMap(\.self)) {
                    try await grantStore(of: id).write(nil, at: .registration(issuer: issuer))
                }
            }
            publish(.login, id, ["what": "ended"])
            return await verdict(.loggedOut, entry, try await settle(id), since: start)
        }
    }

    /// Before an integration is forgotten: vendors are asked to forget its tokens as well, briefly.
    func giveLoginsBack(_ id: String) async {
        guard let entry = registry[id], let place = try? await place(of: entry, nil) else { return }
        let authorizer = try? await authorizer(of: id, at: place.address, exchangeBound: .seconds(5))
        // What the vendor does not hear of ends by itself; here nothing is left in any case.
        try? await authorizer?.logOut()
    }

    /// Whether a log-in is the first thing that an integration needs which nobody has configured.
    func wantsLogin(_ entry: Integration) -> Bool {
        guard let server = entry.preferredServer, server.kind == .remote else { return false }
        return entry.auth(of: server).kind == .oauth2
    }

    // MARK: Steps

    /// The server to log in at: the one that is wanted, else the one in use, else the first that takes a log-in.
    private func place(of entry: Integration, _ wanted: String?) async throws -> LoginPlace {
        let servers = LoginForm.servers(of: entry)
        let stored = try await store.configuration(of: entry.id)
        let usual = servers.first { $0.id == stored?.server } ?? servers.first
        guard let server = wanted.map({ id in servers.first { $0.id == id } }) ?? usual else {
            throw Problem(
                422,
                wanted == nil ? "no_login" : "unknown_server",
                "\(entry.id) has no \(wanted.map { "server \($0)" } ?? "server") that somebody could log in at",
                fix: servers.isEmpty
                    ? "give it a credential: openwork configure \(entry.id)"
                    : "choose one of \(servers.map(\.id).joined(separator: ", "))"
            )
        }
        let (form, run) = LoginForm.of(entry, server)
        let values = stored?.settings ?? [:]
        guard let address = Self.address(of: form, run, values) else {
            throw Problem(
                409,
                "address_missing",
                "the address of \(entry.id) is not complete: \(server.url ?? "it has none")",
                fix: "set what is missing in it: openwork configure \(entry.id)"
            )
        }
        return LoginPlace(entry: form, server: run, address: address)
    }

    private func waiting(for answer: Secret, of entry: Integration) async -> (LoginPlace, PendingLogin)? {
        for server in LoginForm.servers(of: entry) {
            guard let place = try? await place(of: entry, server.id),
                let logins = try? await pendingLogins(of: entry.id, at: place.address),
                let login = logins.first(where: { $0.isMeant(by: answer) })
            else { continue }
            return (place, login)
        }
        return nil
    }

    private func finish(_ login: PendingLogin, at place: LoginPlace, with answer: Secret) async throws -> Verdict {
        let id = place.entry.id
        do {
            return try await changing("login", id) {
                let start = clock.now
                try await told(id) { () async throws(AuthorizationFault) in
                    // Good for one answer, whatever comes of it.
                    let others = try await pendingLogins(of: id, at: place.address).filter { $0 != login }
                    try await keepPending(others, of: id)
                    try await authorizer(of: id, at: place.address).finishLogin(login, callback: answer)
                }
                var change = ConfigurationChange(isEnabled: true)
                change.server = .some(place.server.id)
                try await store.configure(id, change, at: settings.now())
                let verdict = try await verdict(.loggedIn, try entry(id), since: start)
                end(login, id, isGood: true, "logged in")
                return verdict
            }
        } catch {
            end(login, id, isGood: false, (error as? Problem)?.detail ?? "the daemon failed; its log says why")
            throw error
        }
    }

    private func end(_ login: PendingLogin, _ id: String, isGood: Bool, _ message: String) {
        let ending = LoginReport.Ending(login: login.name, isGood: isGood, message: message, at: now)
        memory.withLock { $0.loginEndings[id] = ending }
        publish(.login, id, ["what": isGood ? "finished" : "failed", "login": .string(login.name)])
    }

    /// Does something with a log-in; its faults become problems.
    private func told<Value>(
        _ id: String,
        _ body: () async throws(AuthorizationFault) -> Value
    ) async throws -> Value {
        do throws(AuthorizationFault) {
            return try await body()
        } catch {
            if error == .cancelled { throw CancellationError() }
            throw Problem(error, of: id, redirectURI: redirectURI)
        }
    }

    private static func ending(_ entry: Integration, _ verdict: Verdict) -> LoginEnding {
        let health = verdict.status.health
        let state =
            health.state == .connected
            ? "\(entry.name) is connected: agents can use its tools now."
            : "\(entry.name) has the log-in, and does not work yet: \(health.reason.message). \(health.reason.action)."
        return LoginEnding(isGood: true, status: 200, sentences: [state])
    }
}
