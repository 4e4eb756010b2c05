import JSON

extension Secrets {
    /// The ways in which a value may turn up in a message: plain, inside JSON, in a URL, in Base64, in hexadecimal.
    static func spellings(of value: String) -> Set<String> {
        let json = String(JSONValue.string(value).text().dropFirst().dropLast())
        let bytes = Array(value.utf8)
        let plain: Set<String> = [
            value, json, json.replacing(slash: "\\/"), percentEncoded(bytes), hexadecimal(bytes),
            hexadecimal(bytes).uppercased(),
        ]
        return plain.union((0..<3).map { base64(bytes, after: $0) }.filter { $0.count >= 8 })
    }

    private static func percentEncoded(_ bytes: [UInt8]) -> String {
        bytes.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%" + hexadecimal([byte]).uppercased()
            }
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// What is sure to stand there when so many bytes come before, such as a name and a colon: both ends are open.
    private static func base64(_ value: [UInt8], after offset: Int) -> String {
        let bytes = [UInt8](repeating: 0, count: offset) + value
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count - bytes.count % 3, by: 3) {
            let word = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
            for shift in [18, 12, 6, 0] {
                text.append(alphabet[word >> shift & 63])
            }
        }
        return String(text.dropFirst(offset == 0 ? 0 : offset + 1))
    }
}

extension String {
    fileprivate func replacing(slash replacement: String) -> String {
        split(separator: "/", omittingEmptySubsequences: false).joined(separator: replacement)
    }
}
