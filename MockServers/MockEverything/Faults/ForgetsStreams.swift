import HTTPTypes
import Hummingbird
import MCPHTTP

/// Knows nothing of a stream that it broke off.
struct ForgetsStreams: EndpointFault {
    static let name = "forgets-streams"
    static let summary = "answers a GET that takes a stream up with an empty stream"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        request.method == .get && request.headers[MCPField.lastEventID] != nil
            ? .eventStream([]) : try await sound(request)
    }
}
