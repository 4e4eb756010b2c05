import HTTPTypes
import Hummingbird

/// Takes GET for a question about itself.
struct AnswersGet: EndpointFault {
    static let name = "answers-get"
    static let summary = "answers GET with a JSON document"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.method == .get else { return try await sound(request) }
        return .json("{}")
    }
}
