import HTTPTypes
import Hummingbird

/// Refuses requests in words only.
struct RefusalAsSuccess: EndpointFault {
    static let name = "refusal-as-success"
    static let summary = "refuses requests with status 200"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        var response = try await sound(request)
        if response.status == .badRequest { response.status = .ok }
        return response
    }
}
