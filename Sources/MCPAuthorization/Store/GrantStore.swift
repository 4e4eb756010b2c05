package import JSON

/// Keeps grants and registrations between runs, and lets one party at a time change a grant.
package protocol GrantStore: Sendable {
    /// What is kept under a key; nil for nothing.
    func read(_ key: GrantStoreKey) async throws(AuthorizationFault) -> JSONValue?

    /// Keeps a value, or forgets it with nil. A reader sees the old value or the new one, whole.
    func write(_ value: JSONValue?, at key: GrantStoreKey) async throws(AuthorizationFault)

    /// Runs the body while no other task and no other process runs one for this key.
    /// - Throws: `.cancelled` while it waits; `.timedOut` when somebody else holds the key for too long.
    func exclusively<Value: Sendable>(
        _ key: GrantStoreKey,
        _ body: @Sendable () async -> Value
    ) async throws(AuthorizationFault) -> Value
}
