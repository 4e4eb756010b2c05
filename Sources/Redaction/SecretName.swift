/// Tells from a name whether its value is likely to be a credential.
package enum SecretName {
    private static let marks = [
        "apikey", "token", "secret", "password", "passwd", "passphrase", "credential", "privatekey", "accesskey",
        "authorization", "cookie", "sessionid", "signature", "bearer", "authkey",
    ]
    private static let passwords = ["password", "passwd", "passphrase"]
    /// Names that say "token" and mean a place in a list, an amount or an address.
    private static let exceptions = [
        "progresstoken", "pagetoken", "nexttoken", "continuationtoken", "synctoken", "tokens", "tokencount",
        "tokentype", "tokenurl", "tokenendpoint", "tokenlimit", "passwordpolicy",
    ]

    /// Whether the name is like those of credentials.
    package static func isLikely(_ name: String) -> Bool {
        let plain = folded(name)
        return marks.contains { plain.hasPart($0) } && !exceptions.contains { plain.hasPart($0) }
    }

    /// Whether it is a value that people choose, which need not look like chance.
    static func isPassword(_ name: String) -> Bool {
        let plain = folded(name)
        return passwords.contains { plain.hasPart($0) } && !exceptions.contains { plain.hasPart($0) }
    }

    /// Whether a text looks like nothing that a person would write: no blanks, letters with digits, or very long.
    static func isOpaque(_ text: some Sequence<UInt8>) -> Bool {
        var (count, letters, digits, kinds) = (0, 0, 0, Set<UInt8>())
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letters += 1
            case 0x21...0x7E: break
            default: return false
            }
            kinds.insert(byte)
            count += 1
        }
        guard count >= 8, !isPublished(Array(text)) else { return false }
        return (letters > 0 && digits > 0 && kinds.count > 5) || (count >= 24 && kinds.count >= 10)
    }

    /// Whether a text holds an address that servers tell everybody, such as `resource_metadata=https://…/.well-known/…`.
    private static func isPublished(_ text: [UInt8]) -> Bool {
        let has = { (part: String) in !ByteSearch.all(of: Array(part.utf8), in: text).isEmpty }
        return has("://") && has("/.well-known/") && !["?", "@", "#"].contains(where: has)
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
    }
}

extension [UInt8] {
    fileprivate func hasPart(_ part: String) -> Bool {
        ByteSearch.first(of: Array(part.utf8), in: self[...]) != nil
    }
}
