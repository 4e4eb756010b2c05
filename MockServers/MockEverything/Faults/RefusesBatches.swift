import HTTPTypes
import Hummingbird
import JSON

/// Takes one message at a time only.
struct RefusesBatches: EndpointFault {
    static let name = "refuses-batches"
    static let summary = "refuses several messages in one array"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        guard message?.arrayValue != nil else { return try await sound(request) }
        return Response(status: .badRequest)
    }
}
