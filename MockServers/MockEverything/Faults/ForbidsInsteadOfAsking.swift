import HTTPTypes
import Hummingbird

/// Does not tell those without a token from those without a right.
struct ForbidsInsteadOfAsking: EndpointFault {
    static let name = "forbids-instead-of-asking"
    static let summary = "answers 403 to whoever has no bearer token"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        guard request.headers[.authorization]?.hasPrefix("Bearer ") != true else { return try await sound(request) }
        return Response(status: .forbidden)
    }
}
