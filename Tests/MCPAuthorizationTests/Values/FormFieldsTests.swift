import MCPAuthorization
import Testing

@Suite("Form fields")
struct FormFieldsTests {
    @Test("survive being encoded and read again", arguments: ["a b", "ż&=+%", "", "~-._", "https://x/y?z#w"])
    func roundTrip(text: String) {
        let form = FormFields(["n": text])
        #expect(FormFields(decoding: form.encoded)["n"] == text)
    }

    @Test("have no value for a repeated name")
    func repeated() {
        let form = FormFields(decoding: "a=1&a=2&b=3")
        #expect(form["a"] == nil)
        #expect(form.repeats("a"))
        #expect(form["b"] == "3")
    }
}
