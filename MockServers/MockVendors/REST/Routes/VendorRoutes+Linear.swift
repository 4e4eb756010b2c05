import JSON
import Registry

extension VendorRoutes {
    /// What adelaidasofia-linear-mcp asks for: GraphQL, so one address for everything.
    static let linear = VendorRoutes(
        credentials: [.header("Authorization", after: "Bearer "), .header("Authorization", after: "")],
        routes: [
            VendorRoute(
                "POST",
                "/graphql",
                containing: ["teams"],
                answer: VendorAnswer(
                    200,
                    body: ["data": ["teams": ["nodes": [["id": "t1", "key": "SAM", "name": "Sample"]]]]]
                )
            ),
            VendorRoute(
                "POST",
                "/graphql",
                answer: VendorAnswer(200, body: ["data": ["viewer": ["id": "u1", "name": "Sample User"]]])
            ),
        ]
    )
}
