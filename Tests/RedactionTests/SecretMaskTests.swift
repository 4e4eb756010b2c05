import JSON
import Redaction
import TestSupport
import Testing

@Suite("Marks in the place of known secrets")
struct SecretMaskTests {
    private static let secret = "s3cr\"t/Vålue+x"

    @Test("a secret is found in every dress", arguments: SecretDress.allCases)
    func dresses(_ dress: SecretDress) {
        let masked = SecretMask(["KEY": Self.secret]).masked("before \(dress.text(of: Self.secret)) after")
        #expect(masked.contains("[KEY]"), "\(masked)")
        #expect(!SecretDress.gives(away: Self.secret, in: masked))
    }

    @Test("values and keys of JSON are masked, and what is short is left")
    func json() {
        let mask = SecretMask(["KEY": "abcdefgh", "EU": "eu"], mark: .text("*"))
        #expect(mask.masked(["abcdefgh": ["x abcdefgh", 1, "eu"]] as JSONValue) == ["*": ["x *", 1, "eu"]])
    }

    @Test("a line of a key that travels alone is masked")
    func lines() {
        let key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhk\n-----END KEY-----"
        #expect(SecretMask(["KEY": key]).masked("at MIIEvQIBADANBgkqhk:") == "at [KEY]:")
    }

    @Test("a mask does not print what it hides")
    func description() {
        let mask = SecretMask(["KEY": Self.secret])
        var dumped = ""
        dump(mask, to: &dumped)
        #expect(!"\(mask) \(dumped) \(String(reflecting: mask))".contains("s3cr"))
    }
}
