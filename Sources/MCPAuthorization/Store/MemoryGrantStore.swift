package import JSON
import Synchronization

/// Forgets everything with the process: for tests, and for logins that are for one run.
package final class MemoryGrantStore: GrantStore {
    private let values = Mutex<[GrantStoreKey: JSONValue]>([:])
    private let turnstiles = TurnstileTable()

    package init() {}

    /// The value as it was written last.
    package func read(_ key: GrantStoreKey) async throws(AuthorizationFault) -> JSONValue? {
        values.withLock { $0[key] }
    }

    /// Takes effect at once, for every holder of this store.
    package func write(_ value: JSONValue?, at key: GrantStoreKey) async throws(AuthorizationFault) {
        values.withLock { $0[key] = value }
    }

    /// Lets tasks of this process pass in the order in which they came.
    package func exclusively<Value: Sendable>(
        _ key: GrantStoreKey,
        _ body: @Sendable () async -> Value
    ) async throws(AuthorizationFault) -> Value {
        try await turnstiles.pass(key) { () async throws(AuthorizationFault) in await body() }
    }
}
