/// Finds out which request a message answers that is too long to be read, from its two ends.
enum OversizedAnswer {
    /// The id, when the message is an answer and says so where it can be seen; nil otherwise.
    ///
    /// Some write the id before the result and some after it, as the last member but perhaps the version.
    static func id(beginning: [UInt8], end: [UInt8]) -> RequestID? {
        var reader = Reader(bytes: beginning)
        guard reader.skip(UInt8(ascii: "{")) else { return nil }
        var id: RequestID?
        while let key = reader.string(), reader.skip(UInt8(ascii: ":")) {
            switch key {
            case "result", "error": return id ?? Self.id(atEnd: end)
            case "id": id = reader.id()
            case "jsonrpc": guard reader.string() != nil else { return nil }
            default: return nil
            }
            guard reader.skip(UInt8(ascii: ",")) else { return nil }
        }
        return nil
    }

    private static func id(atEnd end: [UInt8]) -> RequestID? {
        let key = Array(#""id""#.utf8)
        guard end.count > key.count else { return nil }
        for start in (0..<(end.count - key.count)).reversed() where end[start..<(start + key.count)].elementsEqual(key)
        {
            var reader = Reader(bytes: end, position: start + key.count)
            guard reader.skip(UInt8(ascii: ":")), let id = reader.id() else { return nil }
            if reader.skip(UInt8(ascii: ",")) {
                guard reader.string() == "jsonrpc", reader.skip(UInt8(ascii: ":")), reader.string() == "2.0" else {
                    return nil
                }
            }
            // An id further inside has more than one brace after it.
            return reader.skip(UInt8(ascii: "}")) && reader.isAtEnd ? id : nil
        }
        return nil
    }

    /// Reads the few things that come into question; what is cut off or has escapes is not read.
    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        var isAtEnd: Bool {
            bytes[position...].allSatisfy(Self.isSpace)
        }

        static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

        mutating func skip(_ byte: UInt8) -> Bool {
            skipSpace()
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func string() -> String? {
            guard skip(UInt8(ascii: "\"")), let end = bytes[position...].firstIndex(of: UInt8(ascii: "\"")),
                case let text = bytes[position..<end], !text.contains(UInt8(ascii: "\\"))
            else { return nil }
            position = end + 1
            return String(decoding: text, as: UTF8.self)
        }

        mutating func id() -> RequestID? {
            skipSpace()
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return string().map { .string($0) } }
            let digits = bytes[position...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
            // Digits that reach the cut may go on behind it.
            guard position + digits.count < bytes.count else { return nil }
            position += digits.count
            return Int64(String(decoding: digits, as: UTF8.self)).map { .integer($0) }
        }

        private mutating func skipSpace() {
            while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        }
    }
}
