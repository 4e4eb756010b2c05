import HTTPTypes

/// Names of requests: a caller may bring one, so that its log and ours can be laid side by side.
enum RequestName {
    static let field = name("X-Request-Id")
    static let link = name("Link")
    static let retryAfter = name("Retry-After")
    static let contentTypeOptions = name("X-Content-Type-Options")
    static let fetchSite = name("Sec-Fetch-Site")

    /// Nil for what is too long, or holds more than letters, digits and a few signs.
    static func valid(_ text: String) -> String? {
        let isFine = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isFine && (1...64).contains(text.utf8.count) ? text : nil
    }

    /// 16 hexadecimal digits.
    static func random() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("no field name: \(text)") }
        return name
    }
}
