import HTTPTypes
import Hummingbird
import MCPHTTP

/// Believes the body about the name, whatever the header says.
struct IgnoresNameHeader: EndpointFault {
    static let name = "ignores-name-header"
    static let summary = "does not look at Mcp-Name"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        let sent = message?.mirroredFields[MCPField.name]
        return try await sound(request.changing { $0.headerFields[MCPField.name] = sent })
    }
}
