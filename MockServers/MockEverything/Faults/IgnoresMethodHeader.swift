import HTTPTypes
import Hummingbird
import MCPHTTP

/// Believes the body about the method, whatever the header says.
struct IgnoresMethodHeader: EndpointFault {
    static let name = "ignores-method-header"
    static let summary = "does not look at Mcp-Method"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        let sent = message?.mirroredFields[MCPField.method]
        return try await sound(request.changing { $0.headerFields[MCPField.method] = sent })
    }
}
