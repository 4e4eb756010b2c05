import JSON
import Registry

extension VendorRoutes {
    /// What n8n-mcp-server asks n8n for.
    static let n8n = VendorRoutes(
        credentials: [.header("X-N8N-API-KEY", after: "")],
        routes: [
            VendorRoute(
                "GET",
                "/api/v1/workflows",
                answer: VendorAnswer(200, body: ["data": [["id": "w1", "name": "Sample", "active": false]]])
            )
        ]
    )
}
