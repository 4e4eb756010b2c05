import Crypto
import FoundationEssentials
import Synchronization

/// Seals secrets for the place they belong to, and opens them there; without its key a store tells nobody anything.
///
/// AES-GCM with 256 bits and a nonce of its own for every value. The place and the key's id are authenticated with it: a
/// value that was copied to another place does not open.
package final class Vault: Sendable {
    private let ring: Mutex<VaultKeyRing>

    /// A vault that these keys open.
    package init(_ ring: VaultKeyRing) {
        self.ring = Mutex(ring)
    }

    /// The keys as they are now.
    package var keys: VaultKeyRing { ring.withLock { $0 } }

    /// Seals a text with the present key.
    package func seal(_ text: String, for place: SecretPlace) throws(VaultError) -> SealedSecret {
        let key = keys.present
        do {
            let box = try AES.GCM.seal(
                Data(text.utf8),
                using: key.symmetric,
                authenticating: place.authenticatedBytes(keyID: key.id)
            )
            // Nil only for nonces of another length than the default.
            guard let combined = box.combined else { throw VaultError.damaged(place) }
            return SealedSecret(keyID: key.id, box: Array(combined))
        } catch {
            throw .damaged(place)
        }
    }

    /// Opens what was sealed for this place.
    /// - Throws: `.unknownKey` for a key that is not on the ring, `.damaged` for what was changed or moved.
    package func open(_ secret: SealedSecret, for place: SecretPlace) throws(VaultError) -> String {
        guard let key = keys.key(secret.keyID) else { throw .unknownKey(id: secret.keyID) }
        do {
            let bytes = try AES.GCM.open(
                AES.GCM.SealedBox(combined: Data(secret.box)),
                using: key.symmetric,
                authenticating: place.authenticatedBytes(keyID: key.id)
            )
            guard let text = String(validating: bytes, as: UTF8.self) else { throw VaultError.damaged(place) }
            return text
        } catch {
            throw .damaged(place)
        }
    }

    /// That every value of a store opens with a key on the ring.
    /// - Throws: `VaultError.unknownKey` for the first that does not, `StoreError`.
    package func check(_ store: some ConfigurationStore) async throws {
        let unknown = try await store.vaultKeys().filter { keys.key($0) == nil }.min()
        if let unknown { throw VaultError.unknownKey(id: unknown) }
    }

    /// Seals every value of a store again with the present key of a ring, and seals new ones with it from now on.
    ///
    /// Values that somebody wrote meanwhile are seen to as well.
    /// - Returns: how many values it sealed again.
    /// - Throws: `StoreError`, `VaultError`; then every value still opens with some key of the ring.
    package func rotate(to next: VaultKeyRing, in store: some ConfigurationStore) async throws -> Int {
        ring.withLock { $0 = next }
        var count = 0
        while try await store.vaultKeys().contains(where: { $0 != next.present.id }) {
            count += try await store.reseal { place, secret in
                secret.keyID == next.present.id ? secret : try self.seal(self.open(secret, for: place), for: place)
            }
        }
        return count
    }
}

extension SecretPlace {
    /// Lengths first: no two places have the same bytes.
    fileprivate func authenticatedBytes(keyID: String) -> Data {
        var bytes = Data("openwork secret 1".utf8)
        for part in [keyID, kind.rawValue, integration, name] {
            withUnsafeBytes(of: UInt64(part.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part.utf8)
        }
        return bytes
    }
}
