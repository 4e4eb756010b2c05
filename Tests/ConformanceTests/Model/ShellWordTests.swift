import Conformance
import Testing

@Suite("Words for a shell")
struct ShellWordTests {
    @Test(
        "are quoted where that is needed",
        arguments: [
            ("plain-1.0/x:y", "plain-1.0/x:y"), ("", "''"), ("two words", "'two words'"), ("it's", #"'it'\''s'"#),
            ("$HOME", "'$HOME'"), ("a\nb", "'a\nb'"), ("{\"a\": 1}", "'{\"a\": 1}'"), ("*", "'*'"),
        ]
    )
    func quoted(word: String, text: String) {
        #expect(ShellWord.quoted(word) == text)
    }
}
