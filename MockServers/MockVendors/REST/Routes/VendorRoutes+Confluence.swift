import JSON
import Registry

extension VendorRoutes {
    /// What mcp-atlassian asks Confluence for.
    static let confluence = VendorRoutes(
        credentials: [.basicPassword, .header("Authorization", after: "Bearer ")],
        routes: [
            VendorRoute(
                "GET",
                "/rest/api/search",
                answer: VendorAnswer(200, body: ["results": [], "start": 0, "limit": 1, "size": 0, "totalSize": 0])
            ),
            VendorRoute(
                "GET",
                "/rest/api/user/current",
                answer: VendorAnswer(200, body: ["accountId": "sample", "displayName": "Sample User"])
            ),
        ]
    )
}
