import HTTPTypes
import Hummingbird

/// Takes everything that is posted.
struct AcceptsGarbage: EndpointFault {
    static let name = "accepts-garbage"
    static let summary = "answers what is no message with status 202"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        guard request.method == .post, message == nil else { return try await sound(request) }
        return Response(status: .accepted)
    }
}
