import HTTPTypes
import Hummingbird

/// Answers what wants no answer.
struct AnswersNotifications: EndpointFault {
    static let name = "answers-notifications"
    static let summary = "answers notifications with a JSON document"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let response = try await sound(request)
        return response.status == .accepted ? .json("{}") : response
    }
}
