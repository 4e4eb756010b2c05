import Synchronization

/// One turnstile per key.
final class TurnstileTable: Sendable {
    private let turnstiles = Mutex<[GrantStoreKey: Turnstile]>([:])

    /// Runs the body when it is this task's turn.
    func pass<Value: Sendable>(
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
