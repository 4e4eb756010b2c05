import JSON
import Redaction
import Testing
import TestSupport

@Suite("Proving that no secret is left")
struct CanaryTests {
    private static let secret = "s3cr\"t/Vålue+x"

    @Test("a secret that the scrubber never saw is found in every dress", arguments: SecretDress.allCases)
    func survivors(_ dress: SecretDress) throws {
        let line: JSONValue = ["message": ["text": .string("x " + dress.text(of: Self.secret))]]
        let text = "{\"format\": \"any\"}\n{}\n" + line.text() + "\n"
        let canary = Canary([try #require(DeclaredSecret(name: "KEY", value: Self.secret))])
        let survivor = try #require(canary.survivor(in: text))
        #expect(survivor.name == "KEY")
        #expect(survivor.line == 3)
        #expect(!"\(survivor)".contains("s3cr"))
    }

    @Test("the place in the message is named where it is one string")
    func place() throws {
        let line: JSONValue = ["message": ["a": [1, "abcdef"]]]
        let canary = Canary([try #require(DeclaredSecret(name: "KEY", value: "abcdef"))])
        #expect(canary.survivor(in: line.text())?.path == "/message/a/1")
    }

    @Test("a clean text passes")
    func clean() throws {
        let canary = Canary([try #require(DeclaredSecret(name: "KEY", value: Self.secret))])
        #expect(canary.survivor(in: "all well\n{}\n") == nil)
    }
}
