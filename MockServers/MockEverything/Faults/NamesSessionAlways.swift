import HTTPTypes
import Hummingbird
import MCPHTTP

/// Names a session in every response.
struct NamesSessionAlways: EndpointFault {
    static let name = "names-session-always"
    static let summary = "names a session in the stateless era"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        var response = try await sound(request)
        if response.headers[MCPField.sessionID] == nil {
            response.headers[MCPField.sessionID] = "a-session-that-means-nothing"
        }
        return response
    }
}
