import Testing

@testable import Vetting

@Suite("A pattern of words")
struct WordPatternTests {
    @Test(
        "matches words in order, with few between, within a sentence",
        arguments: [
            ("send +1 whole chat", "send whole chat", true), ("send +1 whole chat", "send the whole chat", true),
            ("send +1 whole chat", "send over the whole chat", false), ("send +1 whole chat", "whole chat send", false),
            ("send +1 whole chat", "send. whole chat", false), ("not tell", "don’t tell", true),
            ("tell +1 user about|.", "tell the user", true), ("tell +1 user about|.", "tell the user more", false),
            ("a +2 b", "a a b", true), ("b", "a", false),
        ]
    )
    func matches(pattern: String, text: String, isMatch: Bool) {
        let words = WordPattern.words(of: text)
        let pattern = WordPattern(pattern)
        #expect(words.indices.contains { pattern.end(in: words, from: $0) != nil } == isMatch)
    }

    @Test("takes a text apart into words in lower case and ends of sentences")
    func words() {
        let words = WordPattern.words(of: "Don't STOP… now. “Über”; x_1!")
        #expect(words == ["not", "stop", "now", ".", "Über", ".", "x_1", "."])
    }
}
