package import MCP

/// Starts a server, runs a client session with it, and ends it on every path.
///
/// A server that did not survive the probe is started anew.
///
/// Cancelling the task cancels the body; ending the server is carried through, within its bounds.
/// - Parameters:
///   - server: what to start.
///   - configuration: what the session knows of us, and its bounds.
///   - limits: how much of its output is held.
///   - teardown: how long each step of its ending may take.
///   - handlers: answer what the server asks.
///   - tap: sees every message and every line of standard error.
///   - guardian: ends the server if this process dies without doing so.
///   - clock: counts all bounds.
///   - body: the use of the session; the client is valid only inside.
/// - Returns: what the body returned or threw, or a `ConnectFailure`, with the exits and everything the server did
///   wrong.
/// - Throws: `LaunchError`.
package func withStdioClient<Value, C: Clock<Duration>>(
    _ server: StdioServer,
    configuration: ClientConfiguration,
    limits: ChannelLimits = ChannelLimits(),
    teardown: TeardownBounds = TeardownBounds(),
    handlers: ClientHandlers = .none,
    tap: WireTap = .none,
    guardedBy guardian: ServerGuard? = nil,
    clock: C,
    _ body: (Client) async throws -> Value
) async throws(LaunchError) -> ClientRun<Value> {
    let driver = ClientDriver(configuration: configuration, handlers: handlers, tap: tap, time: Timekeeper(clock))
    let scope = ClientScope(driver: driver, limits: limits)
    var exits: [ServerExit] = []
    while true {
        let run = try await withServerProcess(
            server,
            limits: limits,
            bounds: teardown,
            guardedBy: guardian,
            clock: clock,
            onErrorLine: { driver.record(.standardError($0)) },
            { process in
                await scope.attempt(
                    over: process.channel,
                    process: process,
                    ending: { end in
                        // Its exit status says more than the end of its output, and follows at once if it follows at
                        // all.
                        await arrives(process.exit, within: teardown.drain, clock: clock)
                        return process.exitStatus?.connectionEnd ?? end?.connectionEnd ?? .closed
                    },
                    body
                )
            }
        )
        exits.append(run.exit)
        driver.record(.exited(run.exit))
        switch run.outcome {
        case .success(.done(let outcome)): return scope.run(outcome, exits: exits)
        case .success(.needsRespawn): continue
        case .failure(let error): return scope.run(.failure(error), exits: exits)
        }
    }
}

extension ServerExitStatus {
    /// The same for a session, which knows nothing of signals.
    fileprivate var connectionEnd: ConnectionEnd {
        switch self {
        case .code(let code): .exited(status: code)
        case .signal: .exited(status: nil)
        }
    }
}
