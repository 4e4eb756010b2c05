/// A proxy, with the credentials it wants.
package struct ProxyServer: Sendable, Hashable {
    /// Where the proxy listens.
    package let origin: HTTPOrigin
    /// Nil for a proxy without credentials.
    package let user: String?
    /// Nil exactly when there is no user; otherwise possibly empty.
    package let password: String?

    /// Names a proxy; values are as they are, not percent-encoded.
    package init(origin: HTTPOrigin, user: String? = nil, password: String? = nil) {
        self.origin = origin
        self.user = user
        self.password = password
    }

    /// Reads the value of an environment variable: an address, with or without scheme, user name and password.
    package init(_ text: String) throws(HTTPAddressError) {
        let text = text.contains("://") ? text : "http://" + text
        guard let start = text.firstRange(of: "://")?.upperBound else { throw .scheme("") }
        let authority = text[start...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else {
            self.init(origin: try HTTPAddress(text).origin)
            return
        }
        let parts = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let address = try HTTPAddress(String(text[..<start] + text[text.index(after: at)...]))
        self.init(
            origin: address.origin,
            user: Self.decoded(parts[0]),
            password: parts.count > 1 ? Self.decoded(parts[1]) : ""
        )
    }

    /// Without percent-encoding; what is no encoding stands for itself.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ProxyServer: CustomStringConvertible {
    /// Without the credentials.
    package var description: String { user == nil ? "\(origin)" : "\(origin) (with credentials)" }
}
