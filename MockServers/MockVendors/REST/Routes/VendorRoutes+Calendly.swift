import JSON
import Registry

extension VendorRoutes {
    /// What calendly-mcp asks for: first who one is, then the list.
    static let calendly = VendorRoutes(
        routes: [
            VendorRoute(
                "GET",
                "/users/me",
                answer: VendorAnswer(
                    200,
                    body: [
                        "resource": [
                            "uri": "https://api.calendly.com/users/sample", "name": "Sample User", "slug": "sample",
                            "email": "sample@example.com", "timezone": "UTC",
                            "current_organization": "https://api.calendly.com/organizations/sample",
                        ]
                    ]
                )
            ),
            VendorRoute(
                "GET",
                "/event_types",
                answer: VendorAnswer(200, body: ["collection": [], "pagination": ["count": 0]])
            ),
        ]
    )
}
