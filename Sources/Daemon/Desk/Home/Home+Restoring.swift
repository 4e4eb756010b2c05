import Store

extension Home {
    /// Puts a backup in the place of the store while no daemon runs; what was there stays beside it.
    ///
    /// The key is not in a backup: the daemon starts when the key with which its secrets are sealed is there.
    /// - Returns: where the former store lies now; nil when there was none.
    /// - Throws: `HomeError` while a daemon runs; `StoreError`, with nothing changed, for what is no sound backup.
    package func restore(_ backup: String) async throws -> String? {
        try prepare()
        return try await hold { try SQLiteStore.restore(backup, to: database) }
    }
}
