import HTTPTypes
import Hummingbird

/// Does not look at the host that a request is for.
struct AcceptsAnyHost: EndpointFault {
    static let name = "accepts-any-host"
    static let summary = "answers to any name of the host"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        try await sound(request.changing { $0.authority = "127.0.0.1" })
    }
}
