import JSON

/// What a form of a page sends: names and texts.
enum FormFields {
    /// An object of texts; of a name that comes twice the last counts, and what is no UTF-8 is repaired.
    static func read(_ bytes: [UInt8]) -> JSONValue {
        var fields = JSONObject()
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? text(parts[1]) : ""
            fields[text(parts[0])] = .string(value)
        }
        return .object(fields)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                plain.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                plain.append(code)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
