import HTTPTypes
import Hummingbird
import MCPHTTP

/// Gives the events of each stream the same ids.
struct RepeatedEventIDs: EndpointFault {
    static let name = "repeated-event-ids"
    static let summary = "counts its events from 1 on every stream"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let response = try await sound(request)
        // A stream may wait for what the client answers: only what is whole can be changed as a whole.
        guard response.headers[.contentType] == "application/json", response.headers[MCPField.sessionID] == nil else {
            return response
        }
        return try await response.asEventStream(numbered: true) { $0 }
    }
}
