import Conformance
import Testing

@Suite("The words of a refusal, beside those of its entry")
struct RefusalWordsTests {
    @Test(
        "are the same for a real server whatever is another each time",
        arguments: [
            ("a  b\nc", "a b ⏎ c", true), ("no key", "Error: no key given", true), ("no key", "no token", false),
            ("ID: 00000000-0000-0000-0000-000000000000", "ID: 5950a34c-f260-4255-8578-61e65a8d8bfa", true),
            ("at https://api.example.com/me", "at http://127.0.0.1:4711/me", true),
            ("The key (...*…) is bad", "The key (...*7c15) is bad", true),
            ("The key (...*…) is bad", "The key (...*7c15) is old", false),
            (
                "{\"headers\": {\"…\": \"…\"}, \"x\": 1}",
                "{ ⏎ \"headers\": {\"a\": \"b\", \"c\": \"d\"}, ⏎ \"x\": 1 }", true
            ),
            ("first … second", "second first", false),
            ("not found at …file", "not found at <redacted:prefix>/a/file", true),
            ("a long text that was cut", "a long text…", true), ("a long … that was cut", "a long tale …", true),
            ("another long text", "a long text…", false),
        ]
    )
    func real(entry: String, seen: String, areAlike: Bool) {
        #expect(EntryCheck.areAlike(entry, seen, isPlayed: false) == areAlike)
    }

    @Test("are exact for a mock, which plays the entry", arguments: [("a\nb", "a ⏎ b", true), ("a", "a b", false)])
    func played(entry: String, seen: String, areAlike: Bool) {
        #expect(EntryCheck.areAlike(entry, seen, isPlayed: true) == areAlike)
    }
}
