package import MCP
package import MCPConnection

/// What came of one scope with a client over HTTP.
package struct HTTPRun<Value> {
    /// What the session made of it; `ConnectFailure` when there was none.
    package var run: ClientRun<Value>
    /// Why there was no connection, or none any more; nil when nothing was wrong with it.
    package var fault: HTTPFault?
    /// What was found and may be kept for the next connection; nil when there was no session.
    package var record: HTTPEraRecord?
}

/// Runs a client session with a server over HTTP, for as long as the body takes.
///
/// Finds the era and the transport, or takes what the offer pins or an earlier connection found; when that no longer
/// holds, the server is probed anew. Requests are made by the exchanger, usually an `HTTPPool`. The body is handed a
/// client once the server is ready; cancelling the task cancels it.
/// - Returns: what the body returned or threw, or a `ConnectFailure`, with the HTTP fault behind it.
package func withHTTPClient<Value, C: Clock<Duration>>(
    _ settings: HTTPClientSettings,
    exchanger: any HTTPExchanger,
    configuration: ClientConfiguration,
    remembered: HTTPEraRecord? = nil,
    handlers: ClientHandlers = .none,
    tap: WireTap = .none,
    clock: C,
    _ body: (Client, HTTPChannel) async throws -> Value
) async -> HTTPRun<Value> {
    let isOld = remembered?.transport == .eventStream
    if let narrowed = remembered?.narrowed(configuration.offer), narrowed != configuration.offer || isOld {
        var pinned = configuration
        pinned.offer = narrowed
        let run = await attempt(settings, exchanger, pinned, opensStreamFirst: isOld, handlers, tap, clock, body)
        guard run.needsProbe else { return run }
    }
    let run = await attempt(settings, exchanger, configuration, handlers, tap, clock, body)
    let isDual = ProtocolEra.allCases.allSatisfy { configuration.offer.preferred(in: $0) != nil }
    guard isDual, run.revealedModern else { return run }
    // Something between us and the server spoiled its answer to the probe, and only initialize told what it is.
    var modern = configuration
    modern.offer = .modern
    return await attempt(settings, exchanger, modern, handlers, tap, clock, body)
}

private func attempt<Value, C: Clock<Duration>>(
    _ settings: HTTPClientSettings,
    _ exchanger: any HTTPExchanger,
    _ configuration: ClientConfiguration,
    opensStreamFirst: Bool = false,
    _ handlers: ClientHandlers,
    _ tap: WireTap,
    _ clock: C,
    _ body: (Client, HTTPChannel) async throws -> Value
) async -> HTTPRun<Value> {
    let channel = HTTPChannel(
        settings,
        offer: configuration.offer,
        opensStreamFirst: opensStreamFirst,
        exchanger: exchanger,
        clock: clock
    )
    var configuration = configuration
    // Over HTTP silence is no sign of an old server, so the probe gets as long as the handshake.
    configuration.bounds.probe = max(configuration.bounds.probe, configuration.bounds.handshake)
    var record: HTTPEraRecord?
    let run = await withTaskGroup { group in
        group.addTask { await channel.run() }
        let run = await withClient(
            over: channel,
            configuration: configuration,
            limits: settings.limits,
            handlers: handlers,
            tap: tap,
            clock: clock
        ) { client in
            record = channel.transport.map { HTTPEraRecord(transport: $0, revision: client.server.revision) }
            return try await body(client, channel)
        }
        await group.waitForAll()
        return run
    }
    return HTTPRun(run: run, fault: channel.connectionFault, record: record)
}

extension HTTPRun {
    /// Whether the server refused `initialize` as only a modern one does.
    fileprivate var revealedModern: Bool {
        guard record == nil, fault == nil, case .failure(let error) = run.outcome,
            case .initializeRefused(let refusal)? = (error as? ConnectFailure)?.failure
        else { return false }
        return refusal.code.revealsModernServer
            && !refusal.supportedVersions.allSatisfy { version in
                ProtocolRevision(rawValue: version)?.era == .legacy
            }
    }

    /// Whether a pinned attempt failed in a way that the other era may explain.
    fileprivate var needsProbe: Bool {
        guard record == nil, case .failure(let error) = run.outcome, error is ConnectFailure else { return false }
        return switch fault {
        case nil, .status, .notMCP, .noProtocol, .sessionLost, .badEndpoint, .badSessionID: true
        default: false
        }
    }
}
