import JSON
import Registry

extension VendorRoutes {
    /// What mcp-server-docker asks a Docker daemon for, which asks nobody who they are.
    static let docker = VendorRoutes(
        routes: [
            VendorRoute(
                "GET",
                "/version",
                isOpen: true,
                answer: VendorAnswer(200, body: ["Version": "28.0.0", "ApiVersion": "1.48", "MinAPIVersion": "1.24"])
            ),
            VendorRoute("GET", "/{version}/containers/json", isOpen: true, answer: VendorAnswer(200, body: [])),
        ]
    )
}
