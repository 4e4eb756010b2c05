import HTTPTypes
import Hummingbird

/// Does not look at where a web page came from.
struct AcceptsAnyOrigin: EndpointFault {
    static let name = "accepts-any-origin"
    static let summary = "answers web pages from anywhere"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        try await sound(request.changing { $0.headerFields[.origin] = nil })
    }
}
