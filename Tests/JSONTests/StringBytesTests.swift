import JSON
import Testing

@Suite("Looking for a text in a text")
struct StringBytesTests {
    @Test(
        "finds it at the beginning, in the middle and at the end",
        arguments: [
            ("rate limit exceeded", "rate"), ("rate limit exceeded", "limit"), ("rate limit exceeded", "exceeded"),
            ("aab", "ab"), ("abcabd", "abd"), ("x", "x"), ("grüße", "ü"), ("anything", ""), ("", ""),
            ("a long text that does not fit beside its own count", "own count"),
        ]
    )
    func found(_ whole: String, _ part: String) {
        #expect(whole.holds(part))
    }

    @Test(
        "does not find what is not there, or is there in part",
        arguments: [
            ("rate limit", "rate limits"), ("abab", "abb"), ("", "a"), ("aaa", "aaaa"), ("abc", "C"), ("ab", "ba"),
            ("a long text that does not fit beside its own count", "own counter"),
        ]
    )
    func missing(_ whole: String, _ part: String) {
        #expect(!whole.holds(part))
    }

    @Test("compares code points, and not spellings of a character")
    func spellings() {
        #expect("caf\u{E9}".contains("e\u{301}"))
        #expect(!"caf\u{E9}".holds("e\u{301}"))
    }
}
