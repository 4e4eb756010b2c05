/// Walks over a text once and takes out the words that look like credentials.
struct CredentialScan {
    private let bytes: [UInt8]
    private var result: [UInt8] = []
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// The whole text without them.
    mutating func redacted() -> [UInt8] {
        result.reserveCapacity(bytes.count)
        var key: String?
        while place < bytes.count {
            if let end = keyBlockEnd() {
                replace(upTo: end)
                key = nil
            } else if let end = userInfoEnd() {
                replace(upTo: end)
            } else if Self.isWordByte(bytes[place]) {
                let end = bytes[place...].firstIndex { !Self.isWordByte($0) } ?? bytes.endIndex
                let word = String(decoding: bytes[place..<end], as: UTF8.self)
                if CredentialWord.isCredential(word, after: key) {
                    replace(upTo: end)
                    while place < bytes.count, bytes[place] == UInt8(ascii: "=") { place += 1 }
                    key = nil
                } else {
                    result += bytes[place..<end]
                    place = end
                    key = word
                }
            } else {
                if let known = key, !CredentialWord.mayStand(bytes[place], between: known) { key = nil }
                // A space ends what a key announces, unless the key is a scheme, which stands before a space.
                if let known = key { key = CredentialWord.key(known, followedBy: bytes[place]) }
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }

    private mutating func replace(upTo end: Int) {
        result += Array(Redactor.placeholder.utf8)
        place = end
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~")
            || byte == UInt8(ascii: "$")
    }

    /// The end of a private key in PEM form that begins here; a cut-off one goes to the end of the text.
    private func keyBlockEnd() -> Int? {
        let opening = Array("-----BEGIN ".utf8)
        guard bytes[place...].starts(with: opening) else { return nil }
        let closing = Array("-----END ".utf8)
        var end = place + opening.count
        while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
        guard end < bytes.count else { return bytes.count }
        let dashes = bytes[(end + closing.count)...].firstIndex(of: UInt8(ascii: "-")) ?? bytes.endIndex
        return min(dashes + 5, bytes.count)
    }

    /// The end of a name and password that begin here, in the middle of an address.
    private func userInfoEnd() -> Int? {
        guard place >= 3, bytes[(place - 3)..<place].elementsEqual("://".utf8) else { return nil }
        for end in place..<min(place + 256, bytes.count) {
            switch bytes[end] {
            case UInt8(ascii: "@"): return end > place ? end : nil
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""), 0x20, 0x0A: return nil
            default: continue
            }
        }
        return nil
    }
}
