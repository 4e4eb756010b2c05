import HTTPTypes
import Hummingbird

/// Names the wrong content type for its JSON.
struct PlainText: EndpointFault {
    static let name = "plain-text"
    static let summary = "sends its JSON as text/plain"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        var response = try await sound(request)
        if response.headers[.contentType] == "application/json" {
            response.headers[.contentType] = "text/plain"
        }
        return response
    }
}
