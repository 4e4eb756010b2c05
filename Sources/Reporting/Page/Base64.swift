/// Bytes as text, padded, as a content security policy writes hashes.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    static func text(_ bytes: [UInt8]) -> String {
        stride(from: 0, to: bytes.count, by: 3).reduce(into: "") { text, start in
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = (0..<3).reduce(0) { $0 << 8 | (start + $1 < group.endIndex ? Int(group[start + $1]) : 0) }
            let letters = [18, 12, 6, 0].map { alphabet[word >> $0 & 63] }
            text += String(letters.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
        }
    }
}
