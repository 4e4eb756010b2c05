extension Cursor {
    /// Goes on with a string.
    ///
    /// True when its closing quote has been consumed.
    ///
    /// Eight bytes are looked at together: subtracting turns on the top bit of a byte that is a quote, a backslash or a
    /// control character, and bytes beyond ASCII have it on already. Borrows can only spoil bytes above the first hit.
    @inline(__always)
    mutating func string(_ base: UnsafePointer<UInt8>, end: Int) throws(JSONError) -> Bool {
        let longest = tokenStart + 1 + stringBytes
        let stop = min(end, longest)
        var place = position
        while true {
            while place + 8 <= stop {
                let word = UInt64(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
                let quotes = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
                let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
                let controls = word &- 0x2020_2020_2020_2020
                let hits = (word | quotes | backslashes | controls) & 0x8080_8080_8080_8080
                if hits != 0 {
                    place += hits.trailingZeroBitCount >> 3
                    break
                }
                place += 8
            }
            guard place < end else { break }
            let byte = base[place]
            if byte == UInt8(ascii: "\""), place <= longest {
                position = place + 1
                return true
            }
            guard place < longest else { throw JSONError(.stringTooLong, at: longest) }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                let length = try Self.escape(base, at: place, end: end)
                guard length > 0 else { break }
                place += length
            } else if byte >= 0x80 {
                let length = try Self.sequence(base, at: place, end: end)
                guard length > 0 else { break }
                place += length
            } else {
                guard byte >= 0x20 else { throw JSONError(byte == 0 ? .nulByte : .controlCharacter, at: place) }
                place += 1
            }
        }
        position = place
        return false
    }

    /// The length of the escape at a backslash, 0 when more bytes are needed to judge it.
    private static func escape(_ base: UnsafePointer<UInt8>, at place: Int, end: Int) throws(JSONError) -> Int {
        guard place + 1 < end else { return 0 }
        switch base[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            return try unicodeEscape(base, at: place, end: end)
        default:
            throw JSONError(.invalidEscape, at: place)
        }
    }

    private static func unicodeEscape(_ base: UnsafePointer<UInt8>, at place: Int, end: Int) throws(JSONError) -> Int {
        guard let unit = try codeUnit(base, at: place + 2, end: end) else { return 0 }
        switch unit {
        case 0xDC00...0xDFFF:
            throw JSONError(.loneSurrogate, at: place)
        case 0xD800...0xDBFF:
            for (offset, expected) in [(6, UInt8(ascii: "\\")), (7, UInt8(ascii: "u"))] {
                guard place + offset < end else { return 0 }
                guard base[place + offset] == expected else { throw JSONError(.loneSurrogate, at: place) }
            }
            guard let other = try codeUnit(base, at: place + 8, end: end) else { return 0 }
            guard 0xDC00...0xDFFF ~= other else { throw JSONError(.loneSurrogate, at: place) }
            return 12
        default:
            return 6
        }
    }

    /// Four hexadecimal digits; nil when they are not all there yet.
    private static func codeUnit(_ base: UnsafePointer<UInt8>, at place: Int, end: Int) throws(JSONError) -> UInt16? {
        var unit: UInt16 = 0
        for offset in place..<place + 4 {
            guard offset < end else { return nil }
            guard let digit = hexValue(base[offset]) else { throw JSONError(.invalidUnicodeEscape, at: offset) }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The length of the UTF-8 sequence at a byte beyond ASCII, 0 when more bytes are needed to judge it.
    @inline(__always)
    private static func sequence(_ base: UnsafePointer<UInt8>, at place: Int, end: Int) throws(JSONError) -> Int {
        let lead = base[place]
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            case 0xC0, 0xC1: throw JSONError(.overlongUTF8, at: place)
            case 0xF5...0xF7: throw JSONError(.codePointTooLarge, at: place)
            default: throw JSONError(.invalidUTF8, at: place)
            }
        for offset in 1..<length {
            guard place + offset < end else { return 0 }
            let byte = base[place + offset]
            guard byte & 0xC0 == 0x80 else { throw JSONError(.invalidUTF8, at: place) }
            guard offset == 1 else { continue }
            switch lead {
            case 0xE0 where byte < 0xA0, 0xF0 where byte < 0x90: throw JSONError(.overlongUTF8, at: place)
            case 0xED where byte >= 0xA0: throw JSONError(.encodedSurrogate, at: place)
            case 0xF4 where byte >= 0x90: throw JSONError(.codePointTooLarge, at: place)
            default: break
            }
        }
        return length
    }
}

/// The value of a hexadecimal digit; nil for any other byte.
func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
