import Drift
import Testing

@Suite("Which differences fail")
struct FailConditionTests {
    private static let harmless = DriftFinding(.toolAdded, "a", "")
    private static let breaking = DriftFinding(.toolRemoved, "a", "")

    @Test(
        "each condition fails what it names",
        arguments: [
            ("breaking", false, true), ("any", true, true), ("none", false, false), ("tool_added", true, false),
            ("tool_removed,order_changed", false, true),
        ]
    )
    func conditions(_ text: String, _ failsHarmless: Bool, _ failsBreaking: Bool) throws {
        let condition = try FailCondition(parsing: text)
        #expect(condition.isMet(by: [Self.harmless]) == failsHarmless)
        #expect(condition.isMet(by: [Self.breaking]) == failsBreaking)
        #expect(!condition.isMet(by: []))
    }

    @Test(
        "a class that there is not gets the nearest one",
        arguments: [
            ("tool_remove", "did you mean tool_removed?"), ("xyz", "use breaking, any, none"), ("", "use breaking"),
        ]
    )
    func unknown(_ text: String, _ hint: String) {
        let fault = #expect(throws: FailCondition.Fault.self) { try FailCondition(parsing: text) }
        #expect(fault?.description.contains(hint) == true, "\(fault?.description ?? "")")
    }
}
