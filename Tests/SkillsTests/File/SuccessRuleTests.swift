import JSON
@testable import Skills
import Testing

@Suite("What counts as a success")
struct SuccessRuleTests {
    private static let pointer = JSONPointer(tokens: ["errors"])

    @Test(
        "is decided by the status, unless the skill says more",
        arguments: [(200, true), (204, true), (299, true), (302, false), (404, false)]
    )
    func status(status: Int, isMet: Bool) {
        #expect(SuccessRule().isMet(status: status, body: nil) == isMet)
    }

    @Test("can want one status only")
    func oneStatus() {
        let rule = SuccessRule(statuses: [200])
        #expect(rule.isMet(status: 200, body: nil))
        #expect(!rule.isMet(status: 202, body: nil))
    }

    @Test(
        "can want something in the body, or nothing",
        arguments: [
            (["errors": [1]], false, true), (["errors": nil], true, false), ([:], true, false), ([1], true, false),
            (nil, true, false),
        ] as [(JSONValue?, Bool, Bool)]
    )
    func presence(body: JSONValue?, absent: Bool, present: Bool) {
        var rule = SuccessRule(pointer: Self.pointer)
        #expect(rule.isMet(status: 200, body: body) == present)
        rule.mustBeAbsent = true
        #expect(rule.isMet(status: 200, body: body) == absent)
    }

    @Test("can want one value")
    func value() {
        let rule = SuccessRule(pointer: JSONPointer(tokens: ["ok"]), expected: true)
        #expect(rule.isMet(status: 200, body: ["ok": true]))
        #expect(!rule.isMet(status: 200, body: ["ok": false]))
        #expect(!rule.isMet(status: 200, body: [:]))
        #expect(!rule.isMet(status: 500, body: ["ok": true]))
    }
}
