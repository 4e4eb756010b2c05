import HTTPTypes
import Hummingbird
import MCPHTTP

/// Names sessions with characters that are not allowed.
struct SpacedSessionID: EndpointFault {
    static let name = "spaced-session-id"
    static let summary = "names sessions with a space inside"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        var response = try await sound(request)
        if let id = response.headers[MCPField.sessionID] {
            response.headers[MCPField.sessionID] = "a " + id
        }
        return response
    }
}
