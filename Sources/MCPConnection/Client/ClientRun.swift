package import MCP

/// What came of one scope with a client, beside what its body made of it.
package struct ClientRun<Value> {
    /// What the body returned or threw; `ConnectFailure` when there was no session to run it with.
    package var outcome: Result<Value, any Error>
    /// How each process ended: one, or two when the session asked for a fresh one; none where there are no processes.
    package var exits: [ServerExit]
    /// Every rule the server broke, in order, up to 1,000.
    package var violations: [ProtocolViolation]
    /// Violations beyond those.
    package var droppedViolations: Int
    /// Notifications nobody read in time.
    package var droppedNotifications: Int

    /// What the body returned.
    /// - Throws: what the body threw, or `ConnectFailure`.
    package var value: Value {
        get throws { try outcome.get() }
    }
}

extension ClientRun: Sendable where Value: Sendable {}
