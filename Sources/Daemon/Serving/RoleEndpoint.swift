import Gateway
import HTTPTypes
import Hummingbird
import MCPHTTP
import Store

/// Where agents of one role connect, over HTTP in both eras.
package struct RoleEndpoint: Sendable {
    private let endpoint: MCPEndpoint

    /// The endpoint of a role; callers are told apart by their tokens, and all who bring none are one.
    init<C: Clock<Duration>>(_ gateway: RoleGateway, hosts: Set<String>, tokens: RoleTokens, clock: C) {
        var settings = gateway.endpointSettings()
        settings.gate = RequestGuard(hosts: hosts)
        endpoint = MCPEndpoint(settings, clock: clock) { request in
            RoleTokens.bearer(in: request.headers[.authorization]).flatMap { tokens.token($0) }?.name ?? ""
        }
    }

    /// Serves until graceful shutdown or cancellation.
    func run() async {
        // It throws nothing of its own.
        try? await endpoint.run()
    }

    func respond(to request: Request, context: MCPRequestContext) async throws -> Response {
        try await endpoint.respond(to: request, context: context)
    }
}
