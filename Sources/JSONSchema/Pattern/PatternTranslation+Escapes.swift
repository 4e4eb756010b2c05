extension PatternTranslation {
    /// What an escape stands for: one character, or a set of them.
    enum Atom {
        case scalar(UInt32)
        /// Text for PCRE2: alone, and as a part of a class.
        case set(alone: String, inClass: String)

        /// The form outside a class.
        var text: String {
            switch self {
            case .scalar(let value):
                // A lone surrogate is in no string, so it matches nothing.
                Unicode.Scalar(value).map(PatternTranslation.literal) ?? "(?!)"
            case .set(let alone, _):
                alone
            }
        }
    }

    /// White space and line ends of ECMAScript, which PCRE2 counts differently.
    private static let space =
        #"\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"#

    private static let notSpace =
        #"\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}"#
        + #"\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff}"#

    /// Reads an escape that means the same inside a class and outside.
    mutating func escapedAtom() throws(PatternError) -> Atom {
        let start = position
        position += 1
        guard let next = peek() else { throw fault("the pattern ends in a backslash") }
        position += 1
        switch next {
        case "d", "D", "w", "W":
            return .set(alone: "\\" + String(next), inClass: "\\" + String(next))
        case "s":
            return .set(alone: "[\(Self.space)]", inClass: Self.space)
        case "S":
            return .set(alone: "[\(Self.notSpace)]", inClass: Self.notSpace)
        case "p", "P":
            let text = "\\" + String(next) + "{" + (try property()) + "}"
            return .set(alone: text, inClass: text)
        case "t": return .scalar(0x9)
        case "n": return .scalar(0xA)
        case "v": return .scalar(0xB)
        case "f": return .scalar(0xC)
        case "r": return .scalar(0xD)
        case "c":
            guard let letter = peek(), ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else {
                throw PatternError(reason: "\\c needs a letter", offset: start)
            }
            position += 1
            return .scalar(letter.value % 32)
        case "0":
            guard !(peek().map { ("0"..."9").contains($0) } ?? false) else {
                throw PatternError(reason: "octal escapes are not allowed", offset: start)
            }
            return .scalar(0)
        case "x":
            return .scalar(try hexadecimal(digits: 2))
        case "u":
            return .scalar(try unicodeEscape())
        case "a"..."z", "A"..."Z", "1"..."9":
            throw PatternError(reason: "ECMAScript has no escape \\\(next)", offset: start)
        default:
            return .scalar(next.value)
        }
    }

    private mutating func hexadecimal(digits count: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = peek().flatMap({ Character($0).hexDigitValue }), peek()?.isASCII == true else {
                throw fault("\(count) hexadecimal digits are needed")
            }
            value = value * 16 + UInt32(digit)
            position += 1
        }
        return value
    }

    private mutating func unicodeEscape() throws(PatternError) -> UInt32 {
        guard peek() == "{" else {
            let unit = try hexadecimal(digits: 4)
            guard (0xD800..<0xDC00).contains(unit), peek() == "\\", peek(1) == "u" else { return unit }
            let afterUnit = position
            position += 2
            guard let low = try? hexadecimal(digits: 4), (0xDC00..<0xE000).contains(low) else {
                // No low surrogate follows: what does is an escape of its own.
                position = afterUnit
                return unit
            }
            return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
        position += 1
        var value: UInt32 = 0
        var count = 0
        while let scalar = peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue {
            value = min(value * 16 + UInt32(digit), 0x110000)
            count += 1
            position += 1
        }
        guard count > 0, value < 0x110000, peek() == "}" else { throw fault("\\u{…} needs a code point") }
        position += 1
        return value
    }

    private mutating func property() throws(PatternError) -> String {
        guard peek() == "{" else { throw fault("\\p needs a property in braces") }
        position += 1
        var name = ""
        while let scalar = peek(), scalar != "}" {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard peek() == "}", let translated = UnicodeProperty.translated(name) else {
            throw fault("\"\(name)\" is no Unicode property")
        }
        position += 1
        return translated
    }
}
