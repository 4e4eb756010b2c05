/// Runs the clients of registries; in tests a twin answers in their place.
package protocol CommandRunner: Sendable {
    /// Runs a command to its end, or ends it and everything that it started when the time is over or the task is
    /// cancelled.
    /// - Parameters:
    ///   - command: what to run.
    ///   - bound: the longest that it may take.
    ///   - onLine: called for each line that it says, as it comes; must not block.
    /// - Returns: how it ended, whatever happened.
    func run(
        _ command: InstallCommand,
        within bound: Duration,
        onLine: @escaping @Sendable (String) -> Void
    ) async -> CommandResult
}
