import HTTPTypes
import Hummingbird
import MCPHTTP

/// Believes the body about the revision, whatever the header says.
struct IgnoresVersionHeader: EndpointFault {
    static let name = "ignores-version-header"
    static let summary = "does not look at MCP-Protocol-Version"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        let sent = message?.mirroredFields[MCPField.protocolVersion]
        return try await sound(request.changing { $0.headerFields[MCPField.protocolVersion] = sent })
    }
}
