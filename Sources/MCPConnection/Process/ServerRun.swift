/// What came of one scope with a server process: the body's own result, and how the process ended.
package struct ServerRun<Value> {
    /// What the body returned or threw.
    package var outcome: Result<Value, any Error>
    /// How the process ended, after every step that was needed.
    package var exit: ServerExit

    /// What the body returned.
    /// - Throws: what the body threw.
    package var value: Value {
        get throws { try outcome.get() }
    }
}

extension ServerRun: Sendable where Value: Sendable {}
