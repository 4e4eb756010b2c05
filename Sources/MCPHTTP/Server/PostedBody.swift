import HTTPTypes
import JSON
import MCP

/// What kind of message a client posted, and so by which rules it is to be served.
enum PostedBody: Sendable {
    /// A request of the modern era, or one on its own that only that era explains.
    case modern(PostedRequest)
    /// A notification outside of any session: accepted, and of no consequence.
    case strayNotification
    /// Opens a legacy session.
    case initialize(PostedRequest)
    /// Belongs to a legacy session.
    case legacy(IncomingMessage)
    case malformed(MessageError)
    /// A batch, an answer or a legacy request where no session explains it.
    case refused(ErrorObject, RequestID?)

    /// Looks at body and headers.
    init(_ bytes: [UInt8], fields: HTTPFields, configuration: ServerConfiguration) {
        let incoming: IncomingMessage
        do {
            incoming = try IncomingMessage(parsing: bytes, limits: configuration.limits)
        } catch {
            self = .malformed(error)
            return
        }
        let servesLegacy = configuration.offer.preferred(in: .legacy) != nil
        let hasSession = servesLegacy && fields[MCPField.sessionID] != nil
        guard case .single(let envelope) = incoming else {
            self = hasSession ? .legacy(incoming) : .refused(.invalidRequest("batches need a session"), nil)
            return
        }
        guard case .request(let id, let method) = envelope.kind else {
            if hasSession {
                self = .legacy(incoming)
            } else if case .notification = envelope.kind {
                self = .strayNotification
            } else {
                self = .refused(.invalidRequest("an answer, and nothing was asked"), envelope.id)
            }
            return
        }
        let request = PostedRequest(id: id, method: method, payload: envelope.payload, message: bytes)
        guard servesLegacy, !Self.isModern(request, fields, configuration) else {
            self = .modern(request)
            return
        }
        if method == "initialize" {
            self = .initialize(request)
        } else if hasSession {
            self = .legacy(incoming)
        } else {
            let detail = "send initialize first, or _meta with \(MetaKey.protocolVersion)"
            self = .refused(.invalidRequest("\(MCPField.sessionID.rawName) is missing: \(detail)"), id)
        }
    }

    /// A request is modern when its body says so, or a header does that no legacy client would send.
    private static func isModern(
        _ request: PostedRequest,
        _ fields: HTTPFields,
        _ configuration: ServerConfiguration
    ) -> Bool {
        guard configuration.offer.preferred(in: .modern) != nil else { return false }
        if request.method == "server/discover" { return true }
        let meta = request.payload?["_meta"]?.members
        let marks = [MetaKey.protocolVersion, MetaKey.clientCapabilities, MetaKey.clientInfo]
        if marks.contains(where: { meta?[$0] != nil }) { return true }
        guard let version = fields[MCPField.protocolVersion] else { return false }
        return ProtocolRevision(rawValue: version)?.era == .modern
    }
}
