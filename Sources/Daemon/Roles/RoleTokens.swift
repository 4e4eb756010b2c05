import Crypto
import Store
import Synchronization

/// The tokens of roles, as far as they are kept: who brings one is known by its hash.
package final class RoleTokens: Sendable {
    /// How every token of a role begins, so that it is known for one wherever it turns up.
    static let prefix = "owr_"

    private let known = Mutex<[[UInt8]: StoredRoleToken]>([:])

    init() {}

    func set(_ tokens: [StoredRoleToken]) {
        let byHash = Dictionary(tokens.map { ($0.hash, $0) }) { first, _ in first }
        known.withLock { $0 = byHash }
    }

    var all: [StoredRoleToken] {
        known.withLock { Array($0.values) }.sorted { ($0.role, $0.name) < ($1.role, $1.name) }
    }

    /// What a token is; nil for one that is none, or was revoked.
    ///
    /// Found by its hash: how long that takes tells nothing of a token that is not known.
    func token(_ text: String) -> StoredRoleToken? {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let hash = Self.hash(text)
        return known.withLock { $0[hash] }
    }

    static func hash(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// A new token of 256 random bits.
    static func make() -> String {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let digits = Array("0123456789abcdef".utf8)
        return prefix + String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The token that the fields of a request bring; nil for none that belongs to a role.
    static func bearer(in authorization: String?) -> String? {
        let words = (authorization ?? "").split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer", words[1].hasPrefix(prefix) else { return nil }
        return String(words[1])
    }
}
