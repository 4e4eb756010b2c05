import HTTPTypes
import Hummingbird

/// Serves only those who bring a token.
struct WantsCredentials: EndpointFault {
    static let name = "wants-credentials"
    static let summary = "answers 401 to whoever has no bearer token"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.headers[.authorization]?.hasPrefix("Bearer ") != true else { return try await sound(request) }
        return Response(status: .unauthorized, headers: [.wwwAuthenticate: "Bearer"])
    }
}
