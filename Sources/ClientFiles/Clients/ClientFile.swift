/// One configuration file that a client reads.
package struct ClientFile: Sendable, Hashable {
    /// Who reads it.
    package var client: ClientKind
    /// Where it is, or would be.
    package var path: String
    /// The keys that lead to its servers.
    package var section: [String]

    /// A file with its servers where the client usually has them, unless said otherwise.
    package init(_ client: ClientKind, _ path: String, section: [String]? = nil) {
        self.client = client
        self.path = path
        self.section = section ?? client.section
    }
}
