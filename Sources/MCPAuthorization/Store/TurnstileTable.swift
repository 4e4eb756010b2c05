import Synchronization

/// Lets tasks of this process through one at a time for each key, in the order in which they came.
package final class TurnstileTable: Sendable {
    private let turnstiles = Mutex<[GrantStoreKey: Turnstile]>([:])

    /// A table at which nobody waits.
    package init() {}

    /// Runs the body when it is this task's turn.
    /// - Throws: `.cancelled` when the task was cancelled before; what the body throws.
    package func pass<Value: Sendable>(
        _ key: GrantStoreKey,
        _ body: @Sendable () async throws(AuthorizationFault) -> Value
    ) async throws(AuthorizationFault) -> Value {
        let turnstile = turnstiles.withLock { turnstiles in
            if let turnstile = turnstiles[key] { return turnstile }
            let turnstile = Turnstile()
            turnstiles[key] = turnstile
            return turnstile
        }
        guard await turnstile.enter() else { throw .cancelled }
        defer { turnstile.leave() }
        return try await body()
    }
}
