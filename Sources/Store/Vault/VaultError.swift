/// Why the vault cannot be used, or a value in it; never with a secret in it.
package enum VaultError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no key where one should be.
    case keyMissing(path: String)
    /// Others than the owner can read the key.
    case keyExposed(path: String, mode: UInt32)
    /// The key belongs to somebody else.
    case keyForeign(path: String)
    /// The file holds something else than keys.
    case keyMalformed(path: String, line: Int)
    /// The file cannot be read or written.
    case keyUnusable(path: String, reason: String)
    /// Something is sealed with a key that is not here.
    case unknownKey(id: String)
    /// A value was changed, or moved from where it belongs.
    case damaged(SecretPlace)

    /// Thing, fault and fix.
    package var description: String {
        switch self {
        case .keyMissing(let path):
            "\(path) does not exist: put the vault's key there, or let the daemon make one in its home"
        case .keyExposed(let path, let mode):
            "\(path) can be read by others (mode \(String(mode, radix: 8))): chmod 600 it, and rotate the key"
        case .keyForeign(let path):
            "\(path) belongs to another user: give it to the user who runs the daemon"
        case .keyMalformed(let path, let line):
            "line \(line) of \(path) is no key: a key is 32 bytes in Base64, one a line, the present one first"
        case .keyUnusable(let path, let reason):
            "\(path) cannot be used (\(reason))"
        case .unknownKey(let id):
            "secrets are sealed with the key \(id), which is not here: bring its key file back, or set them again"
        case .damaged(let place):
            "the secret \(place.name) of \(place.integration) was changed or moved in the store: set it again"
        }
    }
}
