import JSON
import MCP
@testable import Skills
import Testing

@Suite("Credentials in answers")
struct AnswerMaskTests {
    @Test("are taken out wherever they are repeated")
    func masking() throws {
        let mask = AnswerMask(DemoSkill.values, of: try DemoSkill.skill())
        let failure = mask.masked(
            SkillFailure(
                .credentialInvalid,
                "bad tok_very-secret/1",
                vendorCode: "x",
                details: ["tok_very-secret/1": "tok_very-secret%2F1"]
            )
        )
        #expect(failure.message == "bad [redacted]")
        #expect(failure.details == ["[redacted]": "[redacted]"])
        let result = mask.masked(
            SkillResult(content: [.text(#"{"a":"tok_very-secret/1"}"#)], structured: ["a": ["tok_very-secret/1", 1]])
        )
        #expect(result.content == [.text(#"{"a":"[redacted]"}"#)])
        #expect(result.structured == ["a": ["[redacted]", 1]])
    }

    @Test("are taken out of a repeated Basic header")
    func basic() throws {
        let auth: JSONValue = ["kind": "basic", "user": "me", "password": "{DEMO_TOKEN}"]
        let skill = try Skill(json: try DemoSkill.changed("/auth", auth))
        let mask = AnswerMask(["DEMO_TOKEN": "tok_a:b"], of: skill)
        #expect(mask.masked("got Basic bWU6dG9rX2E6Yg== from you") == "got Basic [redacted] from you")
    }
}
