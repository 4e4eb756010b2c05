@testable import Skills
import Testing

@Suite("Configured values")
struct SkillValuesTests {
    @Test("are trimmed, and an empty one counts as missing")
    func trimming() {
        let values: SkillValues = ["A": " x y\n", "B": "  "]
        #expect(values["A"] == "x y")
        #expect(values["B"] == nil)
        #expect(values.names == ["A"])
    }

    @Test("are never printed")
    func redaction() {
        let values: SkillValues = ["TOKEN": "hidden-value"]
        var dumped = ""
        dump(values, to: &dumped)
        #expect(!("\(values)" + values.debugDescription + dumped).contains("hidden-value"))
    }
}
