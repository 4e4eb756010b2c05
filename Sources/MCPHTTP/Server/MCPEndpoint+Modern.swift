import HTTPTypes
import Hummingbird
import JSON
import MCP
import MCPConnection
import NIOCore

extension MCPEndpoint {
    /// Answers a request that stands for itself.
    func respondModern(
        _ request: PostedRequest,
        _ fields: HTTPFields,
        _ accepted: Accepted,
        _ identity: String,
        _ channel: any Channel
    ) async -> Response {
        if let error = refusal(of: request, fields) {
            return .refusing(error, id: request.id, status: error.refusalStatus)
        }
        let exchange = Exchange(
            name: 0,
            settings: settings,
            session: ServerSession(configuration: settings.configuration),
            handlers: settings.handlers(.init(identity: identity, session: nil)).forCallsOnly
                .endingSubscriptions(at: isDraining)
        )
        let kind = Envelope.Kind.request(request.id, method: request.method)
        let incoming = IncomingMessage.single(Envelope(kind, payload: request.payload))
        await crew.start { await exchange.answerWhole(incoming, request.message) }
        // The stream is the request: without it nobody wants an answer.
        return await respond(with: exchange, accepted, channel, names: nil) { exchange.end() }
    }

    /// What is wrong with a request before anybody tries to answer it; nil when nothing is.
    private func refusal(of request: PostedRequest, _ fields: HTTPFields) -> ErrorObject? {
        let verdict = ServerRules(configuration: settings.configuration)
            .judge(request.id, method: request.method, payload: request.payload, legacy: .none)
        let refused: ErrorObject? = if case .refuse(let error, _) = verdict { error } else { nil }
        guard request.version != nil else {
            // There is nothing the headers could be compared with, and nothing that makes the request a modern one.
            return refused ?? .invalidParams("_meta lacks \(MetaKey.protocolVersion)")
        }
        let name = request.payload?["name"]?.string
        let tool = request.method == "tools/call" ? name.flatMap(settings.toolHeaders) : nil
        let mismatch = HeaderMismatch.find(
            in: fields,
            method: request.method,
            params: request.mirrored(for: tool ?? .none),
            version: request.version,
            tool: tool ?? .none
        )
        return mismatch?.error ?? refused
    }
}
