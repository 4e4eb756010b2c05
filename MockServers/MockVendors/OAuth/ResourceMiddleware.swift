package import Hummingbird
import HTTPTypes
import JSON
import NIOCore
import Synchronization

/// Puts a `ResourceGate` in front of whatever a router serves at one path.
package final class ResourceMiddleware<Context: RequestContext>: RouterMiddleware {
    private struct State {
        var gate: ResourceGate
        var refusals: [ResourceGate.Refusal] = []
    }

    private let state: Mutex<State>
    private let path: String
    private let token: @Sendable (String) -> IssuedToken?

    /// A gate that asks the closure what is known about a bearer token; nil means that it is not good.
    package init(_ gate: ResourceGate, path: String = "/mcp", token: @escaping @Sendable (String) -> IssuedToken?) {
        state = Mutex(State(gate: gate))
        self.path = path
        self.token = token
    }

    /// Who was not let through, in order.
    package var refusals: [ResourceGate.Refusal] { state.withLock(\.refusals) }

    /// Changes the rules on the way.
    package func change(_ change: @Sendable (inout ResourceGate) -> Void) {
        state.withLock { change(&$0.gate) }
    }

    /// Lets a request pass, refuses it, or answers with the metadata.
    package func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let gate = state.withLock(\.gate)
        let origin = "http://" + (request.head.authority ?? "")
        if request.uri.path == gate.metadataPath(for: path) {
            return Response(.document(gate.metadata(server: origin + path)))
        }
        guard request.uri.path == path else { return try await next(request, context) }
        var request = request
        let body = try await request.collectBody(upTo: 16 << 20)
        let method = try? JSONValue(parsing: Array(buffer: body))["method"]?.stringValue
        let header = request.headers[.authorization] ?? ""
        let known = header.hasPrefix("Bearer ") ? token(String(header.dropFirst(7))) : nil
        guard let refusal = gate.refusal(known, method: method, origin: origin, path: path) else {
            return try await next(request, context)
        }
        state.withLock { $0.refusals.append(refusal) }
        return Response(status: .init(code: refusal.status), headers: [.wwwAuthenticate: refusal.challenge])
    }
}
