import HTTPTypes
import Hummingbird
import MCPHTTP
import Synchronization

/// Gives every client the same session.
struct SharedSession: EndpointFault {
    static let name = "shared-session"
    static let summary = "gives every client the same session id"

    private let last = LastSession()

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let isShared = request.headers[MCPField.sessionID] == "the-one-and-only-session"
        let id = last.withLock { $0 }
        let known = isShared ? request.changing { $0.headerFields[MCPField.sessionID] = id } : request
        var response = try await sound(known)
        if let id = response.headers[MCPField.sessionID] {
            last.withLock { $0 = id }
            response.headers[MCPField.sessionID] = "the-one-and-only-session"
        }
        return response
    }
}
