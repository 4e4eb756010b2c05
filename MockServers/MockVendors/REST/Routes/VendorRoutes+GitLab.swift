import JSON
import Registry

extension VendorRoutes {
    /// What mcp-gitlab asks for.
    static let gitlab = VendorRoutes(
        credentials: [.header("PRIVATE-TOKEN", after: ""), .header("Authorization", after: "Bearer ")],
        routes: [
            VendorRoute(
                "GET",
                "/groups",
                answer: VendorAnswer(200, body: [["id": 1, "name": "Sample", "path": "sample", "full_path": "sample"]])
            ),
            VendorRoute("GET", "/user", answer: VendorAnswer(200, body: ["id": 1, "username": "sample"])),
        ]
    )
}
