package import MCP

/// Serves one client over a channel until it closes its side, and closes ours after it.
///
/// Calls run beside each other. Cancelling the task stops everything at once.
/// - Parameters:
///   - configuration: what the session knows of us.
///   - channel: closed when this returns.
///   - limits: those the channel was made with; named in answers to messages that are too long.
///   - ending: what becomes of calls in flight when the client closes its side.
///   - stream: what handlers can do with the channel beside sending.
///   - handlers: what we do.
/// - Returns: every rule the client broke, up to 1,000.
package func serve(
    _ configuration: ServerConfiguration,
    over channel: any MessageChannel,
    limits: ChannelLimits = ChannelLimits(),
    ending: ServerEnding = .answersCalls,
    stream: ServerStream = .fixed,
    handlers: ServerHandlers
) async -> [ProtocolViolation] {
    let outbox = Outbox()
    let driver = ServerDriver(ServerSession(configuration: configuration), stream: stream, outlet: outbox)
    await withTaskGroup { group in
        group.addTask { _ = await outbox.sendAll(over: channel) }
        group.addTask { await handlers.whileServing(ServerPeer(driver: driver)) }
        await readAll(driver, channel, outbox, limitInBytes: limits.messageBytes, ending: ending, handlers: handlers)
        // The last answers may still be on their way.
        await outbox.waitUntilSent()
        group.cancelAll()
    }
    channel.close()
    channel.abandon()
    return driver.violations
}

/// Serves the client that started this process, over standard input and output.
///
/// Parameters and result are those of `serve`. Throws `ResourceShortage`.
package func serveStandardStreams(
    _ configuration: ServerConfiguration,
    limits: ChannelLimits = ChannelLimits(),
    ending: ServerEnding = .answersCalls,
    handlers: ServerHandlers
) async throws(ResourceShortage) -> [ProtocolViolation] {
    try await withStandardStreams(limits: limits) { channel in
        await serve(configuration, over: channel, limits: limits, ending: ending, handlers: handlers)
    }
}

private func readAll(
    _ driver: ServerDriver,
    _ channel: any MessageChannel,
    _ outbox: Outbox,
    limitInBytes: Int,
    ending: ServerEnding,
    handlers: ServerHandlers
) async {
    await withDiscardingTaskGroup { group in
        for await event in channel.events {
            for effect in take(event, driver, limitInBytes: limitInBytes) {
                switch effect {
                case .call(let context, let stop):
                    group.addTask { await driver.answer(context, stop, handlers) }
                case .hear(let notification):
                    await handlers.hear(notification)
                default:
                    driver.perform(effect)
                }
            }
            await outbox.waitForSpace()
        }
        if ending == .dropsCalls || Task.isCancelled { driver.stopAllCalls() }
    }
}

private func take(_ event: ChannelEvent, _ driver: ServerDriver, limitInBytes: Int) -> [ServerDriver.Effect] {
    switch event {
    case .message(let message): driver.handle { $0.received(message) }
    case .oversized(_, let beginning, _):
        driver.handle { $0.received(.oversize(limitInBytes: limitInBytes), excerpt: beginning) }
    case .unterminated(let rest): driver.handle { $0.received(.truncated, excerpt: rest) }
    case .ended: driver.handle { $0.inputEnded() }
    }
}

extension ServerDriver {
    /// Has a call answered, unless it is given up first.
    func answer(_ context: RequestContext, _ stop: OneShot<Void>, _ handlers: ServerHandlers) async {
        let result = await stop.unlessFired { [self] () async -> Result<Members, ErrorObject> in
            do throws(ErrorObject) {
                return .success(try await handlers.answer(ServerCall(context: context, driver: self)))
            } catch {
                return .failure(error)
            }
        }
        ended(context.id)
        guard let result else { return }
        let effects = handle { session in
            switch result {
            case .success(let members): session.respond(to: context.id, with: members)
            case .failure(let error): session.respond(to: context.id, with: error)
            }
        }
        for effect in effects { perform(effect) }
    }
}
