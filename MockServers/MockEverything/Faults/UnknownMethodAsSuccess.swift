import HTTPTypes
import Hummingbird

/// Takes the status for that of the delivery.
struct UnknownMethodAsSuccess: EndpointFault {
    static let name = "unknown-method-as-success"
    static let summary = "answers an unknown method with status 200"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        var response = try await sound(request)
        if response.status == .notFound { response.status = .ok }
        return response
    }
}
