package import MCP

/// Runs a client session over a channel: the body gets a client once the server is ready.
///
/// The session is closed after it.
///
/// Cancelling the task cancels the body. There is one connection only, so a server that ends at the probe has failed.
/// - Parameters:
///   - channel: closed when this returns.
///   - configuration: what the session knows of us, and its bounds.
///   - limits: those the channel was made with; named in reports.
///   - handlers: answer what the server asks.
///   - tap: sees every message.
///   - clock: counts the bounds of the configuration.
///   - body: the use of the session; the client is valid only inside.
/// - Returns: what the body returned or threw, or a `ConnectFailure`, with everything the server did wrong.
package func withClient<Value, C: Clock<Duration>>(
    over channel: any MessageChannel,
    configuration: ClientConfiguration,
    limits: ChannelLimits = ChannelLimits(),
    handlers: ClientHandlers = .none,
    tap: WireTap = .none,
    clock: C,
    _ body: (Client) async throws -> Value
) async -> ClientRun<Value> {
    var configuration = configuration
    configuration.respawnLimit = 0
    let driver = ClientDriver(configuration: configuration, handlers: handlers, tap: tap, time: Timekeeper(clock))
    let scope = ClientScope(driver: driver, limits: limits)
    let attempt = await scope.attempt(over: channel, process: nil, ending: { $0?.connectionEnd ?? .closed }, body)
    channel.close()
    channel.abandon()
    guard case .done(let outcome) = attempt else {
        preconditionFailure("a session asked for a respawn it may not have")
    }
    return scope.run(outcome, exits: [])
}

extension ChannelEnd {
    /// The same for a session, which knows nothing of channels.
    var connectionEnd: ConnectionEnd {
        switch self {
        case .endOfInput: .closed
        case .abandoned: .closedByUs
        case .endlessMessage: .failed(description)
        case .failed(let code): .failed(systemErrorText(code))
        }
    }
}
