import HTTPTypes
import Hummingbird
import JSON
import Synchronization

/// Does one thing, and turns everybody away who comes meanwhile or later.
final class RefusesSecond: EndpointFault {
    static let name = "refuses-second"
    static let summary = "refuses a request while another one is under way"

    private let isBusy = Mutex(false)
    private let refused = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

    init() {}

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        // Only where many are at once: a handshake goes through as ever.
        guard message?["id"]?.stringValue?.hasPrefix("openwork-http-1") == true,
            ["ping", "server/discover"].contains(message?["method"]?.stringValue)
        else { return try await sound(request) }
        let isFirst = isBusy.withLock { isBusy in
            defer { isBusy = true }
            return !isBusy
        }
        guard isFirst else {
            refused.continuation.yield()
            return Response(status: .serviceUnavailable)
        }
        let response = try await sound(request)
        // It takes its time, which the next one uses to come.
        var refusals = refused.stream.makeAsyncIterator()
        _ = await refusals.next()
        return response
    }
}
