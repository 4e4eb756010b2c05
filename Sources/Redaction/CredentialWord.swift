/// Whether a word in a text that people read is a credential: by how it begins, by chance, or by the word before it.
enum CredentialWord {
    /// Beginnings that prove nothing by themselves, and parts of those that a scan for words cuts.
    private static let looseBeginnings = ["eyJ", "ops_eyJ", "pk_live_", "u+", "key-", "ya29", "SG"]

    /// Words after which, behind `=` or `:`, stands a credential.
    private static let keys: Set<String> = [
        "authorization", "token", "apikey", "accesstoken", "refreshtoken", "idtoken", "clientsecret", "secret",
        "password", "passwd", "pwd", "privatekey", "xapikey", "cookie", "session", "sessionid", "sig", "signature",
        "credential", "credentials", "auth", "authtoken", "apitoken", "usertoken", "bottoken", "assertion",
        "connectsid", "secretkey", "accesskey", "key",
    ]
    private static let schemes: Set<String> = ["bearer", "basic", "bot", "apikey"]

    /// What stands in the place of a credential and is none.
    private static let harmless: Set<String> = [
        "invalid", "missing", "required", "null", "undefined", "true", "false", "none", "expired", "unauthorized",
        "bearer", "basic", "not", "the", "error", "failed", "revoked", "empty", "provided", "token", "string",
        "invalid_token", "invalid_request", "insufficient_scope", "authentication",
    ]

    /// Whether a word is to be taken out, given the key word it follows, if it follows one.
    static func isCredential(_ word: String, after key: String?) -> Bool {
        if hasPrefix(word) || looksRandom(word) { return true }
        guard let key, word.utf8.count >= 4, !harmless.contains(word.lowercased()) else { return false }
        if key.hasSuffix("=") { return isKey(String(key.dropLast())) && !isPlaceholder(word) }
        if key.hasSuffix(" ") || key.hasSuffix(":") {
            let isAnnounced =
                isKey(String(key.dropLast())) && key.hasSuffix(":") || schemes.contains(key.dropLast().lowercased())
            return isAnnounced && word.utf8.count >= 6 && isMixed(word)
        }
        return false
    }

    /// Whether a byte may stand between a key word and what it announces.
    static func mayStand(_ byte: UInt8, between key: String) -> Bool {
        " :=\"'\\".utf8.contains(byte)
    }

    /// The key word with the separator that counts: `=` over `:` over a space.
    static func key(_ key: String, followedBy byte: UInt8) -> String {
        let bare = key.last.map { "=: ".contains($0) } == true ? String(key.dropLast()) : key
        let before = bare.count < key.count ? key.last : nil
        switch byte {
        case UInt8(ascii: "="): return bare + "="
        case UInt8(ascii: ":"): return before == "=" ? key : bare + ":"
        case 0x20: return before == nil ? bare + " " : key
        default: return key
        }
    }

    private static func isKey(_ word: String) -> Bool {
        let bare = word.lowercased().filter { $0 != "_" && $0 != "-" }
        if keys.contains(bare) { return true }
        return ["token", "secret", "password", "apikey", "accesskey", "privatekey"].contains { bare.hasSuffix($0) }
    }

    private static func hasPrefix(_ word: String) -> Bool {
        word.utf8.count >= 12
            && (CredentialShape.isBegun(by: word) || looseBeginnings.contains { word.hasPrefix($0) })
            && (isMixed(word) || word.utf8.contains(UInt8(ascii: "*")))
    }

    private static func isPlaceholder(_ word: String) -> Bool {
        word.hasPrefix("$") || word.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Letters and digits, or letters of both cases in the middle: hardly a word of a language.
    private static func isMixed(_ word: String) -> Bool {
        let body = word.utf8.dropFirst()
        let hasDigit = word.utf8.contains { (0x30...0x39).contains($0) }
        let hasLetter = word.utf8.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        let hasUpper = body.contains { (0x41...0x5A).contains($0) }
        let hasLower = body.contains { (0x61...0x7A).contains($0) }
        return hasLetter && hasDigit || hasUpper && hasLower
    }

    /// Long, and of all kinds of characters or of hexadecimal digits only; request ids with hyphens are let through.
    private static func looksRandom(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count >= 24 else { return false }
        let hyphens = bytes.indices.filter { bytes[$0] == UInt8(ascii: "-") }
        if bytes.count == 36, hyphens == [8, 13, 18, 23] { return false }
        let digits = bytes.count { (0x30...0x39).contains($0) }
        let uppers = bytes.count { (0x41...0x5A).contains($0) }
        let lowers = bytes.count { (0x61...0x7A).contains($0) }
        if bytes.count >= 32, digits >= 4, uppers == 0 || lowers == 0, digits + uppers + lowers == bytes.count {
            return true
        }
        return digits >= 3 && uppers >= 3 && lowers >= 3
    }
}
