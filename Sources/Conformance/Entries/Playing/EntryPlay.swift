package import Registry

/// One performance of an integration's server: which one, what is wrong around it, and what it is configured with.
package struct EntryPlay: Sendable {
    /// What is wrong.
    package enum Condition: Sendable, Hashable {
        /// Nothing.
        case sound
        /// What the entry says that the server reacts to.
        case troubled(ReactionCause)
        /// It refuses the credential, and says it aloud while doing so.
        case indiscreet(secret: String)
        /// It has these faults, written as the mock writes them.
        case faulty([String])
    }

    /// The entry.
    package let integration: Integration
    /// One of its servers.
    package let server: IntegrationServer
    /// What is wrong.
    package let condition: Condition
    /// Values by variable, undeclared ones included.
    package let configuration: [String: String]

    /// A performance.
    package init(
        _ integration: Integration,
        _ server: IntegrationServer,
        _ condition: Condition,
        configuration: [String: String]
    ) {
        self.integration = integration
        self.server = server
        self.condition = condition
        self.configuration = configuration
    }

    /// What the mock is told to break, besides what its entry says.
    var faults: [String] {
        switch condition {
        case .indiscreet(let secret): ["list-error=-32001,message=401 invalid token \(secret)"]
        case .faulty(let faults): faults
        case .sound, .troubled: []
        }
    }
}
