import JSON

/// The ways to write a text that leave it readable for whoever knows how.
enum Encodings {
    /// The text in each encoding, and each of these once more encoded; the text itself comes first.
    static func all(of value: [UInt8]) -> [[UInt8]] {
        let once = single(of: value)
        var seen: Set<[UInt8]> = []
        return (once + once.flatMap(single)).filter {
            $0.count >= DeclaredSecret.minimumBytes && seen.insert($0).inserted
        }
    }

    private static func single(of value: [UInt8]) -> [[UInt8]] {
        let json = Array(JSONValue.string(String(decoding: value, as: UTF8.self)).utf8().dropFirst().dropLast())
        return [value, json, json.flatMap { $0 == 0x2F ? [0x5C, 0x2F] : [$0] }, unicodeEscaped(value)]
            + [percent(value, digits: upper), percent(value, digits: lower), form(value)]
            + [hexadecimal(value, lower), hexadecimal(value, upper)]
            + (0..<3).flatMap { [base64(value, after: $0, standard), base64(value, after: $0, urlSafe)] }
    }

    private static let lower = Array("0123456789abcdef".utf8)
    private static let upper = Array("0123456789ABCDEF".utf8)
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let standard = letters + Array("+/".utf8)
    private static let urlSafe = letters + Array("-_".utf8)

    private static func hexadecimal(_ value: [UInt8], _ digits: [UInt8]) -> [UInt8] {
        value.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    private static func percent(_ value: [UInt8], digits: [UInt8]) -> [UInt8] {
        value.flatMap { byte in
            byte.isWordOrDot || byte == UInt8(ascii: "~") ? [byte] : [0x25] + hexadecimal([byte], digits)
        }
    }

    private static func form(_ value: [UInt8]) -> [UInt8] {
        value.flatMap { byte in
            byte == 0x20 ? [0x2B] : byte.isWordOrDot ? [byte] : [0x25] + hexadecimal([byte], upper)
        }
    }

    private static func unicodeEscaped(_ value: [UInt8]) -> [UInt8] {
        String(decoding: value, as: UTF8.self).utf16.flatMap { unit in
            Array("\\u".utf8) + hexadecimal([UInt8(unit >> 8), UInt8(unit & 255)], lower)
        }
    }

    /// What is sure to stand there when so many bytes come before: the digits at both ends depend on the neighbours.
    private static func base64(_ value: [UInt8], after offset: Int, _ alphabet: [UInt8]) -> [UInt8] {
        let padded = [UInt8](repeating: 0, count: offset) + value
        var digits: [UInt8] = []
        for start in stride(from: 0, to: padded.count - padded.count % 3, by: 3) {
            let word = Int(padded[start]) << 16 | Int(padded[start + 1]) << 8 | Int(padded[start + 2])
            digits += [18, 12, 6, 0].map { alphabet[word >> $0 & 63] }
        }
        return Array(digits.dropFirst(offset == 0 ? 0 : offset + 1))
    }
}
