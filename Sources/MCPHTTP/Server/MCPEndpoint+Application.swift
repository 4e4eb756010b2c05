package import Hummingbird
import HTTPTypes

extension MCPEndpoint {
    /// A router with this endpoint at one path and nothing else.
    package func router(path: String = "/mcp") -> Router<MCPRequestContext> {
        let router = Router(context: MCPRequestContext.self)
        for method in [HTTPRequest.Method.post, .get, .delete, .put, .patch, .options, .head] {
            router.on(RouterPath(path), method: method) { request, context in
                try await self.respond(to: request, context: context)
            }
        }
        return router
    }
}
