extension Vault {
    /// The vault of a store, with the keys of a file, every value of the store openable.
    ///
    /// A key that a rotation left behind and that nothing is sealed with any more is dropped here: nobody writes yet.
    /// - Throws: `VaultError`, `StoreError`.
    package static func open(_ file: VaultKeyFile, for store: some ConfigurationStore) async throws -> Vault {
        let used = try await store.vaultKeys()
        let ring = try file.keys(mayMake: used.isEmpty)
        let vault = Vault(ring)
        try await vault.check(store)
        let needed = ring.keeping(used)
        guard needed != ring, file.keeper == .daemon else { return vault }
        try file.write(needed)
        return Vault(needed)
    }

    /// Seals everything with a new key.
    ///
    /// The former key stays in the file until the next opening, for values that are on their way into the store. Where
    /// somebody else keeps the file, everything is sealed with its first key.
    /// - Returns: how many values it sealed again.
    /// - Throws: `VaultError`, `StoreError`; then a second call finishes what the first began.
    package func rotate(_ file: VaultKeyFile, in store: some ConfigurationStore) async throws -> Int {
        var next = try file.keys(mayMake: false)
        if file.keeper == .daemon {
            next = next.adding(VaultKey())
            try file.write(next)
        }
        return try await rotate(to: next, in: store)
    }
}
