import HTTPTypes
import Hummingbird

/// Sends an answer where nobody asked.
struct AnswersOnGetStream: EndpointFault {
    static let name = "answers-on-get-stream"
    static let summary = "sends an answer on the stream of a GET"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.method == .get else { return try await sound(request) }
        let message = #"{"jsonrpc":"2.0","id":"nobody-asked","result":{}}"#
        return .eventStream([message])
    }
}
