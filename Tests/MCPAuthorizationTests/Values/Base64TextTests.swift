import MCPAuthorization
import Testing

@Suite("Base64 text")
struct Base64TextTests {
    @Test(
        "follows the vectors of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
        ]
    )
    func vectors(text: String, expected: String) {
        #expect(Base64Text.standard(text.utf8) == expected)
        #expect(Base64Text.urlSafe(text.utf8) == expected.filter { $0 != "=" })
        #expect(Base64Text.decodedURLSafe(expected) == Array(text.utf8))
        #expect(Base64Text.decodedURLSafe(expected.filter { $0 != "=" }) == Array(text.utf8))
    }

    @Test("reads the alphabet of addresses, and nothing else", arguments: ["a", "a+b_", "abcde", "ab c"])
    func unreadable(text: String) {
        #expect(Base64Text.decodedURLSafe("-_8") == [0xFB, 0xFF])
        #expect(Base64Text.decodedURLSafe(text) == nil)
    }

    @Test("has another alphabet for addresses")
    func alphabet() {
        #expect(Base64Text.urlSafe([0xFB, 0xFF]) == "-_8")
        #expect(Base64Text.standard([0xFB, 0xFF]) == "+/8=")
    }
}
