package import Health
package import MCP
package import MCPConnection

/// What came of one contact: the outcome, and everything that was seen on the way.
package struct ContactReport: Sendable {
    /// How it ended.
    package var outcome: Outcome
    /// The tools as listed; nil when they were not asked for or could not be had.
    package var tools: [Tool]?
    /// What the handshake told; nil when there was no session.
    package var server: ServerDescription?
    /// How long each step took that was begun.
    package var times: [ContactStep: Duration]
    /// Every rule that the server broke during the contact.
    package var violations: [ProtocolViolation]
    /// How each process ended that was started for the contact; empty on a connection that goes on.
    package var exits: [ServerExit]

    /// A report that holds an outcome and nothing else.
    package init(_ outcome: Outcome) {
        self.outcome = outcome
        times = [:]
        violations = []
        exits = []
    }
}
