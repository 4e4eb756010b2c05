/// Both alphabets of RFC 4648 as OAuth uses them: URL-safe without padding, and the standard one for Basic.
package enum Base64Text {
    private static let shared = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

    /// The URL-safe alphabet, unpadded: for code challenges and the parts of a signed token.
    package static func urlSafe(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: characters(Array(bytes), shared + Array("-_".utf8)), as: UTF8.self)
    }

    /// The standard alphabet, padded: for the `Basic` scheme.
    package static func standard(_ bytes: some Sequence<UInt8>) -> String {
        var text = characters(Array(bytes), shared + Array("+/".utf8))
        while !text.count.isMultiple(of: 4) { text.append(UInt8(ascii: "=")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads the URL-safe alphabet, with or without padding; nil for anything else.
    package static func decodedURLSafe(_ text: some StringProtocol) -> [UInt8]? {
        let alphabet = shared + Array("-_".utf8)
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        let digits = Array(text.utf8.prefix { $0 != UInt8(ascii: "=") })
        guard digits.count % 4 != 1 else { return nil }
        for digit in digits {
            guard let value = alphabet.firstIndex(of: digit) else { return nil }
            bits = (bits << 6 | value) & 0xFF_FFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return bytes
    }

    private static func characters(_ bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0...group.count { text.append(alphabet[bits >> (18 - 6 * position) & 63]) }
        }
        return text
    }
}
