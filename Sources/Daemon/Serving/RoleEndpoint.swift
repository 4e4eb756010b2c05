import Gateway
import HTTPTypes
import Hummingbird
import MCPHTTP
import Store

/// Where agents of one role connect, over HTTP in both eras.
package struct RoleEndpoint: Sendable {
    /// Sessions of the older era at once.
    private static let sessionLimit = 4_096

    private let endpoint: MCPEndpoint

    /// Sessions of the older era that are open.
    var sessionCount: Int { endpoint.sessionCount }

    /// The endpoint of a role; callers are told apart by their tokens, and all who bring none are one.
    init<C: Clock<Duration>>(_ gateway: RoleGateway, hosts: Set<String>, tokens: RoleTokens, clock: C) {
        var settings = gateway.endpointSettings()
        settings.gate = RequestGuard(hosts: hosts)
        settings.sessionLimit = Self.sessionLimit
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
