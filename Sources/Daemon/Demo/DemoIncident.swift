/// Something that goes wrong in the demonstration, and is mended after a while.
package struct DemoIncident: Sendable, Hashable {
    /// The integration to which it happens.
    package let integration: String
    /// What its mock plays then; nil where its process is ended instead.
    package let condition: String?
    /// What is seen, in a sentence.
    package let summary: String

    /// In the order in which they happen, again and again.
    package static let script: [DemoIncident] = [
        DemoIncident(integration: "github", condition: "invalid", summary: "somebody revokes the token of GitHub"),
        DemoIncident(integration: "slack", condition: "rateLimited", summary: "Slack asks for fewer requests"),
        DemoIncident(
            integration: "notion",
            condition: "vendorError",
            summary: "the vendor behind Notion has an outage"
        ),
        DemoIncident(integration: "jira", condition: nil, summary: "the server of Jira crashes"),
        DemoIncident(integration: "gmail", condition: "expired", summary: "the log-in to Gmail expires"),
        DemoIncident(integration: "sentry", condition: "scope", summary: "the token of Sentry loses a permission"),
        DemoIncident(integration: "salesforce", condition: "unreachable", summary: "Salesforce cannot be reached"),
    ]

    /// What is wrong from the beginning, so that the first look shows every state.
    package static let standing: [String: String] = [
        "hubspot": "invalid", "typeform": "rateLimited", "vercel": "vendorError",
    ]
}
