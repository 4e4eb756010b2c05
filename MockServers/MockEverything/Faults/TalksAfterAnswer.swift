import HTTPTypes
import Hummingbird
import MCPHTTP

/// Does not know when a stream is over.
struct TalksAfterAnswer: EndpointFault {
    static let name = "talks-after-answer"
    static let summary = "sends a log message after each answer"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let response = try await sound(request)
        // A stream may wait for what the client answers: only what is whole can be changed as a whole.
        guard response.headers[.contentType] == "application/json", response.headers[MCPField.sessionID] == nil else {
            return response
        }
        let message = #"{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"late"}}"#
        return try await response.asEventStream { $0 + [message] }
    }
}
