import JSON

/// Decides about one request at a time and remembers nothing: the part of a server that any transport can share.
package struct ServerRules: Sendable {
    /// What the rules go by.
    package let configuration: ServerConfiguration

    /// The part of a modern result's metadata that never changes, written once.
    let infoText: Payload

    /// Rules for one server, usable by any number of connections.
    package init(configuration: ServerConfiguration) {
        self.configuration = configuration
        infoText = .text(JSONText(configuration.info.json(for: .latest)))
    }

    /// What is to be done about a request.
    package enum Verdict: Sendable, Hashable {
        /// Valid, and for the owner.
        case call(RequestContext)
        /// Valid, and answered by the rules themselves: `ping` and `server/discover`. The result is final.
        case answer(Members)
        /// A valid `initialize`: answer with the result, and remember the peer.
        case initialize(LegacyHandshake.Peer, Members)
        /// Refused; where a rule was broken that a report should name, its code.
        case refuse(ErrorObject, ProtocolViolation.Code?)
    }

    /// Judges a request; the handshake is that of its connection, and irrelevant to modern requests.
    package func judge(
        _ id: RequestID,
        method: String,
        payload: Payload?,
        legacy: LegacyHandshake
    ) -> Verdict {
        let member = payload?["_meta"]
        let meta = member?.members
        if member != nil, meta == nil { return .refuse(.invalidParams("_meta is not an object"), nil) }
        if isModern(method, meta) { return judgeModern(id, method, payload, meta ?? Members()) }
        return judgeLegacy(id, method, payload, meta, legacy)
    }

    /// A request is modern when it says so, when it asks what only modern servers answer, or when nothing else is served.
    private func isModern(_ method: String, _ meta: Members?) -> Bool {
        guard configuration.offer.preferred(in: .modern) != nil else { return false }
        guard configuration.offer.preferred(in: .legacy) != nil else { return true }
        return method == "server/discover"
            || [MetaKey.protocolVersion, MetaKey.clientCapabilities, MetaKey.clientInfo].contains { meta?[$0] != nil }
    }

    func refusal(ofMethod method: String, in revision: ProtocolRevision) -> Verdict? {
        guard Method.exists(method, in: revision), configuration.methods.contains(method) else {
            return .refuse(.methodNotFound(method), nil)
        }
        return nil
    }
}
