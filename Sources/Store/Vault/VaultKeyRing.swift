/// The keys that open the vault: the present one seals, all of them open.
package struct VaultKeyRing: Sendable, Hashable {
    /// What seals from now on.
    package let present: VaultKey
    /// What opens what was sealed before.
    package let former: [VaultKey]

    /// A ring of one key, or of one and those before it.
    package init(_ present: VaultKey, former: [VaultKey] = []) {
        self.present = present
        self.former = former.filter { $0 != present }
    }

    /// The key with an id; nil when it is not on the ring.
    func key(_ id: String) -> VaultKey? {
        present.id == id ? present : former.first { $0.id == id }
    }

    /// The ring with a new key in front.
    func adding(_ key: VaultKey) -> VaultKeyRing {
        VaultKeyRing(key, former: [present] + former)
    }

    /// The ring without former keys that nothing is sealed with.
    func keeping(_ used: Set<String>) -> VaultKeyRing {
        VaultKeyRing(present, former: former.filter { used.contains($0.id) })
    }
}
