extension JSONPointer {
    /// Reads a pointer in its URI fragment form, such as `#/$defs/a%25b`, with the number sign.
    public init(parsingFragment fragment: String) throws(ParseError) {
        guard fragment.utf8.first == UInt8(ascii: "#") else { throw .missingNumberSign }
        var bytes: [UInt8] = []
        var rest = fragment.utf8.dropFirst()
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                throw .invalidPercentEncoding
            }
            bytes.append(high << 4 | low)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidPercentEncoding }
        try self.init(parsing: text)
    }

    /// The pointer as a URI fragment with its number sign; what RFC 3986 does not allow there is percent-encoded.
    public var fragment: String {
        var bytes: [UInt8] = [UInt8(ascii: "#")]
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if Self.isAllowed(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
        }
    }
}
