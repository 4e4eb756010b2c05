/// A piece of relaxed JSON, by its place.
struct RelaxedToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case openBrace, closeBrace, openBracket, closeBracket, colon, comma, doubleQuoted, singleQuoted, bare

        var isClosing: Bool { self == .closeBrace || self == .closeBracket }
        var isOpening: Bool { self == .openBrace || self == .openBracket }
    }

    let kind: Kind
    let range: Range<Int>

    /// A text in single quotes as one in double quotes.
    func strictText(in bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x22]
        var isEscaped = false
        for byte in bytes[range].dropFirst().dropLast() {
            if isEscaped {
                // An escaped single quote needs no escape any more.
                out += byte == 0x27 ? [byte] : [0x5C, byte]
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else {
                out += byte == 0x22 ? [0x5C, 0x22] : [byte]
            }
        }
        return out + [0x22]
    }
}
