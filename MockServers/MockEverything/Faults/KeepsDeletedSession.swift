import HTTPTypes
import Hummingbird

/// Accepts that a session is ended, and goes on serving it.
struct KeepsDeletedSession: EndpointFault {
    static let name = "keeps-deleted-session"
    static let summary = "says that a session is ended, and keeps it"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.method == .delete else { return try await sound(request) }
        return Response(status: .noContent)
    }
}
