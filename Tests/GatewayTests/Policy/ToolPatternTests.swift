import Gateway
import Testing

@Suite("Patterns of a policy")
struct ToolPatternTests {
    @Test(
        "match by the tool's own name, and by its integration where there is a slash",
        arguments: [
            ("create_*", "github", "create_issue", true), ("create_*", "github", "recreate_issue", false),
            ("github/*", "github", "anything", true), ("github/*", "gitlab", "anything", false),
            ("*/delete_*", "x", "delete_all", true), ("git*/?et", "gitlab", "get", true),
            ("*", "x", "y", true), ("", "x", "y", false), ("a*b*c", "x", "aXXbYYc", true),
            ("a*b*c", "x", "aXXbYY", false), ("jira/issues/get", "jira", "issues/get", true),
        ]
    )
    func matches(pattern: String, integration: String, name: String, isMeant: Bool) {
        let origin = ToolOrigin(integration: integration, name: name)
        #expect(ToolPattern(pattern).matches(origin) == isMeant)
    }
}
