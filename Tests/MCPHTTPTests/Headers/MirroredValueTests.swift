import Testing

@testable import MCPHTTP

@Suite("A value mirrored into a header")
struct MirroredValueTests {
    @Test(
        "is plain where HTTP allows it and Base64 elsewhere, and comes back unchanged",
        arguments: [
            ("us-west1", "us-west1"),
            ("", ""),
            ("two words", "two words"),
            ("a\tb", "a\tb"),
            ("Hello, 世界", "=?base64?SGVsbG8sIOS4lueVjA==?="),
            (" padded ", "=?base64?IHBhZGRlZCA=?="),
            ("trailing\t", "=?base64?dHJhaWxpbmcJ?="),
            ("line1\nline2", "=?base64?bGluZTEKbGluZTI=?="),
            ("=?base64?literal?=", "=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?="),
            ("=?base64?", "=?base64?"),
            ("=?BASE64?eA==?=", "=?BASE64?eA==?="),
            ("\u{7F}", "=?base64?fw==?="),
        ]
    )
    func encoding(value: String, header: String) {
        #expect(MirroredValue.encode(value) == header)
        #expect(MirroredValue.decode(header) == value)
    }

    @Test(
        "is refused when it cannot be read",
        arguments: [
            "=?base64?SGVsbG8?=", "=?base64?SGVs*G8=?=", "=?base64?SGVsbG8= ?=", "=?base64?SGVsbG9=?=",
            "=?base64?====?=", "=?base64?/w==?=", "naïve", "a\u{1}b", " a", "=?base64?SGVsbG8=SGVsbG8=?=",
        ]
    )
    func unreadable(header: String) {
        #expect(MirroredValue.decode(header) == nil)
    }

    @Test("survives every length and byte of Base64")
    func base64() {
        for length in 0..<64 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
            let text = Base64.encode(bytes)
            #expect(Base64.decode(Substring(text).utf8) == bytes)
        }
    }
}
