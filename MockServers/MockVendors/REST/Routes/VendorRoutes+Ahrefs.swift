import JSON
import Registry

extension VendorRoutes {
    /// What mcparmory-ahrefs asks for.
    static let ahrefs = VendorRoutes(
        routes: [
            VendorRoute(
                "GET",
                "/subscription-info/limits-and-usage",
                answer: VendorAnswer(
                    200,
                    body: [
                        "limits_and_usage": [
                            "subscription": "Sample", "units_limit_workspace": 1000, "units_usage_workspace": 10,
                            "units_limit_api_key": 500, "units_usage_api_key": 5,
                            "api_key_expiration_date": "2030-01-01T00:00:00Z",
                        ]
                    ]
                )
            )
        ]
    )
}
