import JSON
import MCPAuthorization
import Testing

@Suite("Key that tokens are bound to")
struct PossessionKeyTests {
    @Test("is the same key after it was stored")
    func storing() throws {
        let key = PossessionKey()
        let again = try #require(PossessionKey(stored: key.stored.revealed()))
        #expect(again == key)
        #expect(again.thumbprint == key.thumbprint)
        #expect(PossessionKey(stored: "no key") == nil)
        #expect(PossessionKey() != key)
    }

    @Test("has the name that RFC 7638 gives its public half")
    func thumbprint() {
        // The public half of the example of RFC 9449, section 4.1, and the name that its section 6.1 gives it.
        let key: JSONObject = [
            "crv": "P-256", "kty": "EC", "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
            "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA",
        ]
        #expect(PossessionKey.thumbprint(of: key) == "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
    }

    @Test("shows neither itself nor its private half")
    func redaction() {
        let key = PossessionKey()
        var dumped = ""
        dump(key, to: &dumped)
        let text = "\(key) \(String(reflecting: key)) \(dumped)"
        #expect(!text.contains(key.stored.revealed()))
    }
}
