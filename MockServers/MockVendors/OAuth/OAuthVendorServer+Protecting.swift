import HTTPTypes
import Hummingbird
package import Logging
import MCPAuthorization
package import MCPHTTP
import NIOCore

extension OAuthVendorServer {
    /// Serves the authorization server and an MCP server that trusts it on one port, at `/mcp`, while the body runs.
    ///
    /// Port 0 takes any that is free. A gate without issuers names this one. `watching` is told what happens as it does; `gating` is
    /// given the gate before it opens, to change it on the way.
    /// - Throws: what the body throws, or why there is no port.
    package static func protecting<Value>(
        _ endpoint: MCPEndpoint,
        _ script: OAuthScript,
        gate: ResourceGate,
        port: Int,
        now: @escaping @Sendable () -> Int64,
        exchanger: (any HTTPExchanger)? = nil,
        watching: @escaping @Sendable (OAuthEvent) -> Void = { _ in },
        gating: (ResourceMiddleware<MCPRequestContext>) -> Void = { _ in },
        logger: Logger,
        _ body: (_ issuer: OAuthVendorServer, _ server: HTTPAddress) async throws -> Value
    ) async throws -> Value {
        let later = Later<OAuthVendorServer>()
        let middleware = ResourceMiddleware<MCPRequestContext>(gate, now: now) { later.value?.token($0) }
        gating(middleware)
        let router = Router(context: MCPRequestContext.self)
        router.add(middleware: middleware)
        router.add(middleware: AnsweringVendor(server: later, excepting: "/mcp"))
        for method in [HTTPRequest.Method.post, .get, .delete] {
            router.on("/mcp", method: method) { try await endpoint.respond(to: $0, context: $1) }
        }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await endpoint.run() }
            let value = try await withLoopback(router, port: port, logger: logger) { port in
                let origin = HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port)
                let vendor = OAuthVendor(script, origin: origin.description)
                let server = OAuthVendorServer(vendor, now, exchanger, watching)
                if gate.issuers.isEmpty { middleware.change { $0.issuers = [server.issuer] } }
                later.set(server)
                return try await body(server, HTTPAddress(origin: origin, path: "/mcp"))
            }
            group.cancelAll()
            return value
        }
    }
}
