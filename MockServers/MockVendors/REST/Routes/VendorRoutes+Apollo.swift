import JSON
import Registry

extension VendorRoutes {
    /// What mcparmory-apollo asks for.
    static let apollo = VendorRoutes(
        credentials: [.header("X-Api-Key", after: ""), .header("Authorization", after: "Bearer ")],
        routes: [
            VendorRoute(
                "GET",
                "/users/search",
                answer: VendorAnswer(
                    200,
                    body: ["users": [["id": "u1", "name": "Sample User"]], "pagination": ["page": 1]]
                )
            )
        ]
    )
}
