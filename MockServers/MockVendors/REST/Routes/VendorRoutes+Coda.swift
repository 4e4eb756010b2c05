import JSON
import Registry

extension VendorRoutes {
    /// What mcp-coda asks for.
    static let coda = VendorRoutes(
        routes: [
            VendorRoute(
                "GET",
                "/whoami",
                answer: VendorAnswer(
                    200,
                    body: [
                        "name": "Sample User", "loginId": "sample@example.com", "type": "user", "scoped": false,
                        "tokenName": "sample", "href": "https://coda.io/apis/v1/whoami",
                        "workspace": ["id": "ws-sample", "type": "workspace", "name": "Sample"],
                    ]
                )
            )
        ]
    )
}
