package import JSON
package import MCP

/// What was learned of one origin, to be kept for the next connection and written down on request.
package struct HTTPEraRecord: Sendable, Hashable {
    /// What detection came to.
    package let transport: HTTPEraDetection.Transport
    /// The revision that was agreed on.
    package let revision: ProtocolRevision

    /// Notes what a connection found.
    package init(transport: HTTPEraDetection.Transport, revision: ProtocolRevision) {
        self.transport = transport
        self.revision = revision
    }

    /// The record as it is written down.
    package var json: JSONValue {
        ["transport": .string(transport.rawValue), "revision": .string(revision.rawValue)]
    }

    /// Reads what was written down; nil when it makes no sense, which is no loss: the server is probed again.
    package init?(json: JSONValue) {
        guard let transport = json["transport"]?.stringValue.flatMap(HTTPEraDetection.Transport.init(rawValue:)),
            let revision = json["revision"]?.stringValue.flatMap(ProtocolRevision.init(rawValue:)),
            (revision.era == .modern) == (transport == .modern)
        else { return nil }
        self.init(transport: transport, revision: revision)
    }

    /// What to offer first because of the record, out of everything that is offered; nil when it leaves nothing.
    package func narrowed(_ offer: RevisionOffer) -> RevisionOffer? {
        RevisionOffer(offer.revisions.filter { $0.era == revision.era })
    }
}
