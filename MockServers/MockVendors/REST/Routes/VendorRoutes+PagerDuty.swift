import JSON
import Registry

extension VendorRoutes {
    /// What pagerduty-mcp asks for.
    static let pagerduty = VendorRoutes(
        credentials: [.header("Authorization", after: "Token token="), .header("Authorization", after: "Bearer ")],
        routes: [
            VendorRoute(
                "GET",
                "/users/me",
                answer: VendorAnswer(
                    200,
                    body: [
                        "user": [
                            "id": "PSAMPLE", "name": "Sample User", "email": "sample@example.com", "role": "user",
                            "type": "user", "summary": "Sample User", "teams": [], "contact_methods": [],
                            "notification_rules": [],
                        ]
                    ]
                )
            )
        ]
    )
}
