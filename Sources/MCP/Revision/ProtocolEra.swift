/// The two ways a client and a server come to terms.
package enum ProtocolEra: String, Sendable, Hashable, CaseIterable {
    /// One `initialize` handshake fixes revision and capabilities for the whole connection.
    case legacy
    /// Nothing is remembered: every request carries revision and capabilities in `_meta`.
    case modern
}
