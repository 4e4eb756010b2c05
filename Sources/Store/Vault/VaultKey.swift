import Crypto
import FoundationEssentials

/// A key of 256 bits, with a name that says which it is and nothing about it.
package struct VaultKey: Sendable, Hashable {
    /// Made from the key by a one-way function: 16 hexadecimal digits.
    package let id: String
    let symmetric: SymmetricKey

    static let byteCount = 32

    /// A key nobody had before.
    package init() {
        self.init(symmetric: SymmetricKey(size: .bits256))
    }

    /// Nil for a text that is not the Base64 form of just 32 bytes.
    init?(base64 text: String) {
        guard let data = Data(base64Encoded: text), data.count == Self.byteCount else { return nil }
        self.init(symmetric: SymmetricKey(data: data))
    }

    private init(symmetric: SymmetricKey) {
        self.symmetric = symmetric
        let code = HMAC<SHA256>.authenticationCode(for: Data("openwork vault key id".utf8), using: symmetric)
        let digits = Array("0123456789abcdef")
        id = String(code.prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// The key itself, for the file that keeps it.
    func base64() -> String {
        symmetric.withUnsafeBytes { Data($0).base64EncodedString() }
    }

    package static func == (left: VaultKey, right: VaultKey) -> Bool { left.id == right.id }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}

extension VaultKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "key \(id)" }

    /// Without children: `dump` and failing expectations show mirrors.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
