/// What is checked: the name in reports, the kind, and the way to it.
package struct Subject: Hashable, Sendable {
    /// How trustworthy a verdict is about the real server.
    package enum Kind: String, Sendable {
        /// The server itself.
        case live
        /// The server itself, with a stand-in for the vendor behind it.
        case standIn = "stand-in"
        /// What the server itself once said.
        case recorded
        /// What the server would say, by published facts.
        case documented
        /// Our mock.
        case mock
    }

    /// The way messages travel.
    package enum Transport: String, Sendable {
        /// A child process.
        case stdio
        /// Streamable HTTP, or HTTP+SSE to a server of 2024-11-05.
        case http
        /// Two ends in one process, for tests.
        case memory
    }

    /// The integration's id, or the command's last path component when it has no entry.
    package let name: String
    /// Which server of an integration; nil when there is no entry, or the entry itself is meant.
    package let server: String?
    /// Which kind.
    package let kind: Kind
    /// Which transport.
    package let transport: Transport

    /// A subject by its name.
    package init(name: String, server: String? = nil, kind: Kind, transport: Transport) {
        self.name = name
        self.server = server
        self.kind = kind
        self.transport = transport
    }

    /// The name in a line: the integration, and its server where there is one.
    package var title: String {
        server.map { "\(name)/\($0)" } ?? name
    }
}
