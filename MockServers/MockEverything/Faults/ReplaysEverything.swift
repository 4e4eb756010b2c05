import HTTPTypes
import Hummingbird
import MCPHTTP

/// Mixes up the streams of a session.
struct ReplaysEverything: EndpointFault {
    static let name = "replays-everything"
    static let summary = "gives answers of other streams to a GET that takes one up"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.method == .get, request.headers[MCPField.lastEventID] != nil else {
            return try await sound(request)
        }
        return .eventStream([#"{"jsonrpc":"2.0","id":"openwork-http-1","result":{}}"#])
    }
}
