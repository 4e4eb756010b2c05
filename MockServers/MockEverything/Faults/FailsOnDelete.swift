import HTTPTypes
import Hummingbird

/// Does not expect that anybody ends a session.
struct FailsOnDelete: EndpointFault {
    static let name = "fails-on-delete"
    static let summary = "answers DELETE with status 500"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.method == .delete else { return try await sound(request) }
        return Response(status: .internalServerError)
    }
}
