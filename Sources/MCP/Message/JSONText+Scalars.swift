import JSON

extension JSONText {
    /// The string, where the text is one; the common case, a string without escapes, is only copied.
    var string: String? {
        guard kind == .string else { return nil }
        guard bytes.contains(UInt8(ascii: "\\")) else {
            return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
        }
        return value.stringValue
    }

    /// The id, where the text is one; the common case, a short whole number, is read digit by digit.
    var requestID: RequestID? {
        if let string { return .string(string) }
        guard kind == .number else { return nil }
        guard bytes.count <= 18, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return RequestID(value) }
        return .integer(bytes.reduce(0) { $0 * 10 + Int64($1 - 0x30) })
    }
}
