/// Starts a server, runs the body with it, and ends it and everything it started, on every path.
///
/// Closing its input comes first, then SIGTERM, then SIGKILL, to its whole process group. Cancelling the task cancels
/// the body only; the ending is always carried through, within its bounds.
/// - Parameters:
///   - server: what to start; its group and session are its own.
///   - limits: how much of its output is held.
///   - bounds: how long each step of the ending may take.
///   - guardian: ends the server if this process dies without doing so; nil leaves that to the end of the server's
///     input.
///   - clock: counts those bounds.
///   - onErrorLine: called for each line of standard error, on a thread of ours; must not block.
///   - body: the use of the server. The process is valid only inside.
/// - Returns: what the body returned or threw, and how the process ended.
/// - Throws: `LaunchError`.
package func withServerProcess<Value, C: Clock<Duration>>(
    _ server: StdioServer,
    limits: ChannelLimits = ChannelLimits(),
    bounds: TeardownBounds = TeardownBounds(),
    guardedBy guardian: ServerGuard? = nil,
    clock: C,
    onErrorLine: @escaping @Sendable (String) -> Void = { _ in },
    _ body: (ServerProcess) async throws -> Value
) async throws(LaunchError) -> ServerRun<Value> {
    ignoreBrokenPipeSignal()
    _ = Subreaper.isInForce
    let start = clock.now
    let launch = try await ServerLaunch.start(
        server,
        limits: limits,
        now: { start.duration(to: clock.now) },
        onErrorLine: onErrorLine
    )
    await guardian?.watch(launch.process.pid, mark: launch.mark)
    let outcome = await launch.run(bounds: bounds, clock: clock, body)
    // Shielded: ending a server is carried through even when the task that used it was cancelled.
    let exit = await Task { await launch.end(bounds: bounds, guardedBy: guardian, clock: clock) }.value
    return ServerRun(outcome: outcome, exit: exit)
}
