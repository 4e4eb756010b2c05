import JSON
import MCP

extension Check {
    static let revisionKept = Check(
        "INIT-REVISION-KEPT",
        "The server keeps to the revision that was agreed on",
        requirement: """
            After the handshake the server sends only what the agreed revision has, and does not refuse requests for \
            the revision that it offered.
            """,
        reason: "A client of that revision does not understand messages of another one.",
        method: """
            Every method that the server sends is looked up: one that belongs to other revisions only is a fault. \
            In the modern era no ordinary request may be refused with -32022.
            """,
        twin: "A server that sends a notification of another revision, or refuses the revision that it lists.",
        rules: [
            CheckRule(
                ProtocolRevision.november2024...ProtocolRevision.march2025,
                .should,
                .specification("basic/lifecycle#operation")
            ),
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/lifecycle#operation")
            ),
            .modern(.must, .specification("basic/versioning#protocol-version-negotiation")),
        ],
        steps: [.firstListing]
    ) { record in
        record.opened { session in
            let sent = record.serverMessages.first { $0.isForeign(to: session.revision) }
            if let sent {
                return .failed(
                    expected: "only methods of revision \(session.revision)",
                    actual: "\(sent.method ?? "") belongs to another revision",
                    message: sent.excerpt
                )
            }
            guard session.revision.era == .modern else {
                return .passed
            }
            let ordinary = record.listings.values.flatMap(\.pages)
            guard let refused = ordinary.first(where: { $0.errorCode == -32022 }) else {
                return .passed
            }
            return .failed(
                expected: "\(refused.method) answered in revision \(session.revision), which the server offers",
                actual: refused.summary,
                message: refused.answer?.excerpt
            )
        }
    }
}

extension WireMessage {
    /// Whether a server's method exists in MCP, but not in this revision.
    fileprivate func isForeign(to revision: ProtocolRevision) -> Bool {
        guard let method, line.process == 0 else {
            return false
        }
        switch kind {
        case .notification:
            return WireSchema.definition(ofNotification: method, sent: .serverToClient, in: revision) == .misplaced
        case .request where revision.era == .legacy:
            return WireSchema.definition(ofRequest: method, sent: .serverToClient, in: revision) == .misplaced
        case .request, .result, .error, .unclear:
            return false
        }
    }
}
