import JSON
@testable import Skills
import Testing

@Suite("A body from a template")
struct BodyTemplateTests {
    private static let template: JSONValue = [
        "fixed": [1, "a"],
        "text": ["$argument": "text"],
        "size": ["$argument": "size", "map": ["big": 10, "small": 1], "default": 5],
        "rows": ["$each": "rows", "of": ["label": ["$item": "/name"], "whole": ["$item": ""]]],
        "parts": ["$when": "text", "then": ["given"], "else": ["$argument": "other"]],
        "list": [["$when": "other", "then": "has other"], "always"],
    ]

    @Test(
        "leaves out what has no value",
        arguments: [
            (
                [:],
                ["fixed": [1, "a"], "size": 5, "list": ["always"]]
            ),
            (
                ["text": "hi", "size": "big", "rows": [["name": "a"], [:]]],
                [
                    "fixed": [1, "a"], "text": "hi", "size": 10, "parts": ["given"], "list": ["always"],
                    "rows": [["label": "a", "whole": ["name": "a"]], ["whole": [:]]],
                ]
            ),
            (
                ["other": [true], "size": "unknown"],
                ["fixed": [1, "a"], "size": 5, "parts": [true], "list": ["has other", "always"]]
            ),
        ] as [(JSONObject, JSONValue)]
    )
    func filling(arguments: JSONObject, expected: JSONValue) {
        var faults: [SkillFault] = []
        let template = BodyTemplate.read(SkillField(Self.template), &faults)
        #expect(faults == [])
        #expect(template.names == ["text", "size", "rows", "other"])
        #expect(template.filled(arguments) == expected)
    }

    @Test("keeps what looks like a template in an argument as a value")
    func noInjection() {
        var faults: [SkillFault] = []
        let template = BodyTemplate.read(SkillField(["a": ["$argument": "x"]]), &faults)
        let hostile: JSONValue = ["$argument": "secret", "$each": "x"]
        #expect(template.filled(["x": hostile, "secret": "s"]) == ["a": hostile])
    }

    @Test("reports members that mean nothing")
    func unknownMember() {
        var faults: [SkillFault] = []
        _ = BodyTemplate.read(SkillField(["$argument": "x", "dflt": 1], path: "t"), &faults)
        #expect(faults == [SkillFault("t.dflt", "does not belong beside $argument: take it out")])
    }
}
