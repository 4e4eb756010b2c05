import Conformance
import Testing

@Suite("Excerpts")
struct ExcerptTests {
    @Test("show what cannot be printed")
    func visible() {
        let bytes = Array("a\tb\u{1B}[0m\u{202E}c\u{7F}".utf8) + [0xFF]
        #expect(Excerpt(bytes).description == #"a\tb\u{1b}[0m\u{202e}c\u{7f}"# + "\u{FFFD}")
    }

    @Test("of long messages end with their size")
    func long() {
        let text = Excerpt([UInt8](repeating: 0x61, count: 500), size: 70_000).description
        #expect(text == String(repeating: "a", count: 400) + "… (70000 bytes)")
    }
}
