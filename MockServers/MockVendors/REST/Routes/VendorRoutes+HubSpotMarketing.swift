import JSON
import Registry

extension VendorRoutes {
    /// What mcp-hubspot asks for: it has its token looked up before each call.
    static let hubspotMarketing = VendorRoutes(
        credentials: [.path, .header("Authorization", after: "Bearer ")],
        routes: [
            VendorRoute(
                "GET",
                "/oauth/v1/access-tokens/{credential}",
                answer: VendorAnswer(
                    200,
                    body: [
                        "hub_id": 1, "user_id": 1, "user": "sample@example.com", "app_id": 1, "token_type": "access",
                        "scopes": ["crm.objects.contacts.read", "crm.objects.deals.read", "crm.schemas.deals.read"],
                        "expires_in": 1800,
                    ]
                )
            ),
            VendorRoute("GET", "/crm/v3/pipelines/{kind}", answer: VendorAnswer(200, body: ["results": []])),
        ]
    )
}
