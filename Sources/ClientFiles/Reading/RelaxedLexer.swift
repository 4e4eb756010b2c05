/// Takes relaxed JSON apart; what is between the tokens is white space and comments.
struct RelaxedLexer {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    mutating func tokens() throws(ClientFileFault) -> [RelaxedToken] {
        var found: [RelaxedToken] = []
        while let token = try next() { found.append(token) }
        return found
    }

    private static let signs: [UInt8: RelaxedToken.Kind] = [
        UInt8(ascii: "{"): .openBrace, UInt8(ascii: "}"): .closeBrace, UInt8(ascii: "["): .openBracket,
        UInt8(ascii: "]"): .closeBracket, UInt8(ascii: ":"): .colon, UInt8(ascii: ","): .comma,
    ]

    private mutating func next() throws(ClientFileFault) -> RelaxedToken? {
        place = try Self.afterGap(in: bytes, from: place)
        guard place < bytes.count else { return nil }
        let start = place
        let byte = bytes[place]
        if let kind = Self.signs[byte] {
            place += 1
            return RelaxedToken(kind: kind, range: start..<place)
        }
        if byte == 0x22 || byte == 0x27 {
            try skipText(until: byte)
            return RelaxedToken(kind: byte == 0x22 ? .doubleQuoted : .singleQuoted, range: start..<place)
        }
        while place < bytes.count, !Self.ends(bytes[place]) { place += 1 }
        return RelaxedToken(kind: .bare, range: start..<place)
    }

    private mutating func skipText(until quote: UInt8) throws(ClientFileFault) {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != quote {
            place += bytes[place] == 0x5C ? 2 : 1
        }
        guard place < bytes.count else {
            throw ClientFileFault("has a text without its end", line: Self.line(of: start, in: bytes))
        }
        place += 1
    }

    private static func ends(_ byte: UInt8) -> Bool {
        signs[byte] != nil || byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == UInt8(ascii: "/")
    }

    /// The place after white space and comments.
    private static func afterGap(in bytes: [UInt8], from start: Int) throws(ClientFileFault) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] <= 0x20 {
                place += 1
            } else if bytes[place] == UInt8(ascii: "/") {
                guard let end = comment(in: bytes, at: place) else {
                    throw ClientFileFault("has a comment without its end", line: line(of: place, in: bytes))
                }
                place = end
            } else {
                break
            }
        }
        return place
    }

    /// The place after a comment, which for one up to the end of its line is before that end; nil where it has none.
    static func comment(in bytes: [UInt8], at place: Int) -> Int? {
        guard let second = bytes[safe: place + 1] else { return nil }
        if second == UInt8(ascii: "/") {
            return bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        }
        guard second == UInt8(ascii: "*") else { return nil }
        var end = place + 2
        while end + 1 < bytes.count {
            if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") { return end + 2 }
            end += 1
        }
        return nil
    }

    static func line(of place: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<min(place, bytes.count)].count { $0 == 0x0A }
    }
}
