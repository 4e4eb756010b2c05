import Hummingbird

/// Serves sessions that it never opened.
struct AcceptsUnknownSession: EndpointFault {
    static let name = "accepts-unknown-session"
    static let summary = "serves any session id"

    private let last = LastSession()

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        try await last.respond(request, filling: { $0?.hasPrefix("openwork-no-such") == true }, sound)
    }
}
