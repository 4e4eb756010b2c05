package import MCP

/// In which revisions a server is checked.
package enum RevisionChoice: Hashable, Sendable {
    /// The newest that both sides speak, found as any client would.
    case found
    /// Just this one; a server that does not offer it leaves everything incomplete.
    case only(ProtocolRevision)
    /// Each one that the server offers.
    case all
    /// Each one, and the server has to offer them all: for the mock.
    case everySingle
}
