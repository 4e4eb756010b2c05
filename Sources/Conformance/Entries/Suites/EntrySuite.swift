package import Registry

/// What is tried on one integration, server by server, in words that can be read and reviewed beside its entry.
package struct EntrySuite: Sendable, Hashable {
    /// What is tried on one server.
    package struct Server: Sendable, Hashable {
        /// The id within the entry.
        package var id: String
        /// The tool that proves the credential; nil when none is known.
        package var probe: String?
        /// The causes under which a contact is made.
        package var tries: [String]
        /// The causes that are left out, each with the reason.
        package var skips: [String: String]
    }

    /// The id of the integration.
    package let integration: String
    /// The servers, best first.
    package let servers: [Server]

    /// Makes it from what the entry says.
    package init(_ integration: Integration) {
        self.integration = integration.id
        servers = integration.servers.map { server in
            let record = EntryRecord(EntrySubject(integration, server))
            var suite = Server(id: server.id, probe: integration.probe(of: server)?.tool, tries: [], skips: [:])
            for cause in ReactionCause.allCases {
                if let reason = record.gap(cause)?.note {
                    suite.skips[cause.rawValue] = reason
                } else {
                    suite.tries.append(cause.rawValue)
                }
            }
            return suite
        }
    }

    init(integration: String, servers: [Server]) {
        self.integration = integration
        self.servers = servers
    }

    /// The server with this id.
    package func server(_ id: String) -> Server? { servers.first { $0.id == id } }
}
