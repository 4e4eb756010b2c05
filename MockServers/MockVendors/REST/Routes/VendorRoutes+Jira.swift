import JSON
import Registry

extension VendorRoutes {
    /// What mcp-atlassian asks Jira for.
    static let jira = VendorRoutes(
        credentials: [.basicPassword, .header("Authorization", after: "Bearer ")],
        routes: [
            VendorRoute(
                "GET",
                "/rest/api/2/search",
                answer: VendorAnswer(200, body: ["issues": [], "startAt": 0, "maxResults": 1, "total": 0])
            ),
            VendorRoute(
                "GET",
                "/rest/api/2/myself",
                answer: VendorAnswer(200, body: ["accountId": "sample", "displayName": "Sample User"])
            ),
        ]
    )
}
