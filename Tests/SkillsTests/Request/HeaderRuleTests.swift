@testable import Skills
import Testing

@Suite("Headers that a skill may set")
struct HeaderRuleTests {
    @Test("are those that nobody else sets", arguments: ["X-Version", "Notion-Version", "User-Agent"])
    func allowed(name: String) {
        #expect(HeaderRule.fault(name: name, value: "1") == nil)
    }

    @Test(
        "are not those that frame the message or carry credentials",
        arguments: [
            "Host", "content-length", "Transfer-Encoding", "Connection", "Authorization", "Cookie", ":path", "a b", "",
        ]
    )
    func refused(name: String) {
        #expect(HeaderRule.fault(name: name, value: "1") != nil)
    }

    @Test("have values that every server reads alike", arguments: ["a\r\nb", "a\nb", "\u{7F}", "ä", "\u{0}"])
    func values(value: String) {
        #expect(!HeaderRule.isSendable(value))
        #expect(HeaderRule.fault(name: "X-A", value: value) == "the value has characters that no header can carry")
    }
}
