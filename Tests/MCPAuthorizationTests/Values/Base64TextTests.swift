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
    }

    @Test("has another alphabet for addresses")
    func alphabet() {
        #expect(Base64Text.urlSafe([0xFB, 0xFF]) == "-_8")
        #expect(Base64Text.standard([0xFB, 0xFF]) == "+/8=")
    }
}
