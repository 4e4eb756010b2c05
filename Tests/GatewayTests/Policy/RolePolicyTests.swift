import Gateway
import MCP
import Testing

@Suite("What a role may use")
struct RolePolicyTests {
    private static let issue = ToolOrigin(integration: "github", name: "create_issue")

    @Test("allows everything until it is narrowed")
    func everything() {
        #expect(RolePolicy().refusal(of: Self.issue, ToolAnnotations(), isReadOnly: nil) == nil)
    }

    @Test("a denial is stronger than what is allowed")
    func denied() {
        let policy = RolePolicy(allowed: ["github/*"], denied: ["create_*"])
        #expect(policy.refusal(of: Self.issue, ToolAnnotations(), isReadOnly: nil) == .denied(by: "create_*"))
    }

    @Test("with a list of what is allowed, nothing else is")
    func allowed() {
        let policy = RolePolicy(allowed: ["slack/*", "list_*"])
        #expect(policy.refusal(of: Self.issue, ToolAnnotations(), isReadOnly: nil) == .notAllowed)
        let list = ToolOrigin(integration: "github", name: "list_issues")
        #expect(policy.refusal(of: list, ToolAnnotations(), isReadOnly: nil) == nil)
    }

    @Test(
        "a role that only reads trusts the entry first, then the tool, and nobody else",
        arguments: [
            (true, nil, true), (false, nil, false), (nil, true, true), (nil, false, false), (nil, nil, false),
            (false, true, false), (true, false, true),
        ] as [(Bool?, Bool?, Bool)]
    )
    func readOnly(entry: Bool?, hint: Bool?, isOffered: Bool) {
        let policy = RolePolicy(isReadOnly: true)
        let refusal = policy.refusal(of: Self.issue, ToolAnnotations(readOnlyHint: hint), isReadOnly: entry)
        #expect(refusal == (isOffered ? nil : .mayChange))
    }
}
