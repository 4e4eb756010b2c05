package import Hummingbird
import HTTPTypes
import JSON
import MCPAuthorization
import NIOCore
import Synchronization

/// Puts a `ResourceGate` in front of whatever a router serves at one path.
package final class ResourceMiddleware<Context: RequestContext>: RouterMiddleware {
    private struct State {
        var gate: ResourceGate
        var refusals: [ResourceGate.Refusal] = []
        var proofs = ProofCheck()
    }

    private let state: Mutex<State>
    private let path: String
    private let now: (@Sendable () -> Int64)?
    private let token: @Sendable (String) -> IssuedToken?

    /// A gate that asks the closure what is known about a token; nil means that it is not good.
    ///
    /// Time is in seconds since 1970; without it, the age of a proof of possession does not count.
    package init(
        _ gate: ResourceGate,
        path: String = "/mcp",
        now: (@Sendable () -> Int64)? = nil,
        token: @escaping @Sendable (String) -> IssuedToken?
    ) {
        self.now = now
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
        let (known, fault) = credentials(of: request, gate, address: origin + path)
        let refusal = gate.refusal(known, proof: fault, method: method, origin: origin, path: path)
        guard let refusal else { return try await next(request, context) }
        state.withLock { $0.refusals.append(refusal) }
        var fields: HTTPFields = [.wwwAuthenticate: refusal.challenge]
        if fault == .nonce { fields[.possessionNonce] = gate.nonce }
        return Response(status: .init(code: refusal.status), headers: fields)
    }

    /// What is known about the token of a request, and what is wrong with the proof that goes with it.
    private func credentials(
        of request: Request,
        _ gate: ResourceGate,
        address: String
    ) -> (IssuedToken?, ProofCheck.Fault?) {
        let scheme = gate.wantsPossession ? "DPoP " : "Bearer "
        guard let header = request.headers[.authorization], header.hasPrefix(scheme) else { return (nil, nil) }
        let text = String(header.dropFirst(scheme.count))
        guard let known = token(text), gate.wantsPossession else { return (token(text), nil) }
        let proof = request.headers[.possessionProof]
        let asked = ProofCheck.Request(method: request.method.rawValue, address: address, accessToken: text)
        do throws(ProofCheck.Fault) {
            let thumbprint = try state.withLock { (state) throws(ProofCheck.Fault) in
                // Without a clock every proof is as old as it says.
                let now = now?() ?? proof.flatMap(SignedToken.init)?.claims["iat"]?.numberValue?.int64 ?? 0
                return try state.proofs.thumbprint(of: proof, with: asked, nonce: gate.nonce, now: now)
            }
            return (known, thumbprint == known.thumbprint ? nil : .otherKey)
        } catch {
            return (known, error)
        }
    }
}
