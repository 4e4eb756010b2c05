import HTTPTypes
import Hummingbird
import MCPHTTP

/// Insists on a header that clients of old revisions do not know.
struct DemandsVersionHeader: EndpointFault {
    static let name = "demands-version-header"
    static let summary = "refuses requests without MCP-Protocol-Version"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let isLate = request.headers[MCPField.sessionID] != nil
        guard isLate, request.headers[MCPField.protocolVersion] == nil else { return try await sound(request) }
        return Response(status: .badRequest)
    }
}
