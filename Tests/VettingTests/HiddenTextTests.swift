import Testing
import Vetting

@Suite("Hidden text")
struct HiddenTextTests {
    @Test(
        "is what a reader does not see",
        arguments: [
            ("a\u{200B}b", "U+200B"), ("a\u{FEFF}b", "U+FEFF"), ("a\u{202E}b", "U+202E"), ("a\u{2066}b", "U+2066"),
            ("a\u{00AD}b", "U+00AD"), ("a\u{200D}b", "U+200D"), ("a\u{1B}[8mb", "U+001B"), ("a\u{0}b", "U+0000"),
            ("a\u{3164}b", "U+3164"), ("a\u{2028}b", "U+2028"), ("a\u{E000}b", "U+E000"), ("a\u{FE01}b", "U+FE01"),
            ("😀\u{FE0F}\u{FE01}", "U+FE01"), ("a\u{E0100}", "U+E0100"), ("a\u{200F}b", "U+200F"),
        ]
    )
    func hidden(text: String, name: String) throws {
        let seen = try #require(HiddenText.find(in: text))
        #expect(seen.contains(name))
        #expect(HiddenText.shown(text).contains("⟨\(name)⟩"))
    }

    @Test(
        "is not what languages and emoji need",
        arguments: [
            "plain\n\ttext\r\n", "Zürich – “quoted” … naïve", "日本語の説明", "می\u{200C}خواهم", "👩\u{200D}💻", "❤\u{FE0F}",
            "1\u{FE0F}\u{20E3}", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "שלום\u{200E} 12",
            "👩🏽\u{200D}🚀", "क\u{94D}\u{200D}ष", "\u{AD6D}\u{C5B4}", "葛\u{E0100}",
        ]
    )
    func needed(text: String) {
        #expect(HiddenText.find(in: text) == nil)
        #expect(HiddenText.shown(text) == text)
    }

    @Test("is read out where invisible letters spell something")
    func smuggled() throws {
        let tags = "obey".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE0000) }
        let text = "Adds." + String(String.UnicodeScalarView(tags))
        #expect(try #require(HiddenText.find(in: text)).contains("“obey”"))
    }

    @Test("is also what stands so far away that no window shows it")
    func pushedAway() {
        let (near, far) = (String(repeating: " ", count: 80), String(repeating: " ", count: 250))
        #expect(HiddenText.find(in: "Adds.\(near)Numbers.") == nil)
        #expect(HiddenText.find(in: "Adds.\(far)Obey.") == "text behind 250 blanks")
        #expect(HiddenText.find(in: "Adds.\(far)") == nil)
        #expect(HiddenText.find(in: "Adds." + String(repeating: "\n", count: 30) + "Obey.") != nil)
    }
}
