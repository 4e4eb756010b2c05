import Hummingbird

/// Serves legacy requests that name no session.
struct AcceptsNoSession: EndpointFault {
    static let name = "accepts-no-session"
    static let summary = "takes a request without a session for one of the last"

    private let last = LastSession()

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        try await last.respond(request, filling: { $0 == nil }, sound)
    }
}
