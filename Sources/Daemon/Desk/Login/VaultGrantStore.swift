import DaemonAPI
import JSON
import MCPAuthorization
import MCPConnection
import Store

/// The log-ins of one integration: sealed for their place in the store, and changed by one daemon at a time.
struct VaultGrantStore<C: Clock<Duration>>: GrantStore {
    let integration: String
    let store: any Store
    let vault: Vault
    /// Who this is among those who share the store.
    let holder: String
    let turnstiles: TurnstileTable
    let clock: C
    let now: @Sendable () -> WallTime
    /// Told what is written, so that it can be kept out of everything that is shown.
    let onWrite: @Sendable (JSONValue?, GrantStoreKey) -> Void

    /// A holder that dies leaves the way free after so long.
    static var leaseSpan: Duration { .seconds(60) }
    private static var leaseRenewal: Duration { .seconds(20) }
    private static var patience: Duration { .seconds(150) }
    private static var pollInterval: Duration { .milliseconds(100) }

    func read(_ key: GrantStoreKey) async throws(AuthorizationFault) -> JSONValue? {
        do {
            guard let sealed = try await store.login(key.text, of: integration) else { return nil }
            let text = try vault.open(sealed, for: SecretPlace(.login, integration, key.text))
            // What is no JSON is of no use; the next log-in replaces it.
            return try? JSONValue(parsing: Array(text.utf8))
        } catch {
            throw .store("\(error)")
        }
    }

    func write(_ value: JSONValue?, at key: GrantStoreKey) async throws(AuthorizationFault) {
        onWrite(value, key)
        do {
            let place = SecretPlace(.login, integration, key.text)
            let sealed = try value.map { try vault.seal($0.text(), for: place) }
            try await store.keepLogin(sealed, key.text, of: integration, at: now())
        } catch {
            throw .store("\(error)")
        }
    }

    /// In this process by turns, and between daemons by a lease of the store that is kept while the body runs.
    func exclusively<Value: Sendable>(
        _ key: GrantStoreKey,
        _ body: @Sendable () async -> Value
    ) async throws(AuthorizationFault) -> Value {
        try await turnstiles.pass(key) { () async throws(AuthorizationFault) in
            try await takeLease()
            let value = await withTaskGroup(of: Void.self) { group in
                group.addTask { await keepLease() }
                let value = await body()
                group.cancelAll()
                return value
            }
            // One that is not given back ends by itself.
            try? await store.giveLeaseBack(duty, of: holder)
            return value
        }
    }

    private var duty: String { "login \(integration)" }

    private func takeLease() async throws(AuthorizationFault) {
        let deadline = clock.now.advanced(by: Self.patience)
        while true {
            do {
                if try await store.takeLease(duty, for: holder, lasting: Self.leaseSpan, at: now()) { return }
            } catch {
                throw .store("\(error)")
            }
            guard clock.now < deadline else { throw .timedOut }
            do {
                try await clock.sleep(for: Self.pollInterval)
            } catch {
                throw .cancelled
            }
        }
    }

    private func keepLease() async {
        let time = Timekeeper(clock)
        while await time.wait(Self.leaseRenewal) {
            // One that cannot be kept now may be at the next try; until then it lasts.
            _ = try? await store.takeLease(duty, for: holder, lasting: Self.leaseSpan, at: now())
        }
    }
}
