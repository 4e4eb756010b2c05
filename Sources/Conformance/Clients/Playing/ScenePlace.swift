import HTTPTypes
import Hummingbird
import MCP
import MCPHTTP
import NIOCore

/// Answers for the MCP server of a scene, whatever the path.
struct ScenePlace: RouterMiddleware {
    typealias Context = MCPRequestContext

    /// What serves, where it is one of ours in whole.
    enum Endpoint: Sendable {
        case none
        case streamable(MCPEndpoint)
        case eventStream(EventStreamEndpoint)
    }

    let server: SceneServer
    let endpoint: Endpoint
    let revision: ProtocolRevision
    let log: ClientLog

    func handle(
        _ request: Request,
        context: MCPRequestContext,
        next: @concurrent (Request, MCPRequestContext) async throws -> Response
    ) async throws -> Response {
        switch endpoint {
        case .streamable(let endpoint) where request.uri.path == ClientRecord.path:
            return try await endpoint.respond(to: request, context: context)
        case .eventStream(let endpoint):
            switch (request.method, request.uri.path) {
            case (.get, ClientRecord.path): return await endpoint.open(request, context)
            case (.post, ClientRecord.messagePath): return await endpoint.take(request)
            case (.post, ClientRecord.path): return Response(status: .methodNotAllowed)
            default: return Response(status: .notFound)
            }
        case .none:
            var request = request
            let body = Array(buffer: try await request.collectBody(upTo: 16 << 20))
            let turn = ClientTurn(request, body, log.moment)
            // The last one is this very request.
            return server.reply(to: turn, after: log.turns.dropLast(), in: revision).response
        case .streamable: return Response(status: .notFound)
        }
    }
}
