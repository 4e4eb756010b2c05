import JSON
import JSONSchema
import Registry
import Testing

@Suite("A sample for a pattern")
struct PatternSampleTests {
    @Test(
        "matches the pattern that it was made for",
        arguments: [
            "^ghp_[A-Za-z0-9]{36}$", "^(github_pat_|ghp_|gho_|ghu_|ghs_)", "^xox[bp]-", "^sk_(test|live)_\\w+$", "a|b",
            "^[^@]+@[^@]+\\.[a-z]{2,}$", "^https?://", "^\\d{3}-\\d{4}$", "^(?:rk|sk)_", "\"ok\":\\s*true", "^[\\]x]+$",
            "^(ab){2,3}c?$", "^\\{.*\\}$", "", "^pat-(na1|eu1)-[0-9a-f]{8}$", "^.+$",
        ]
    )
    func matches(pattern: String) throws {
        let text = PatternSample.text(for: pattern)
        let schema = try JSONSchema(["type": "string", "pattern": .string(pattern)])
        #expect(schema.validate(.string(text)).isEmpty, "'\(text)' for \(pattern)")
    }
}
