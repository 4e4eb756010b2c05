package import MCP

/// A server session whose messages come one at a time and go to an outlet: for requests of HTTP, without a channel.
package final class ServerConversation: Sendable {
    /// A call that was taken in and waits for its answer.
    package struct Call: Sendable {
        let context: RequestContext
        let stop: OneShot<Void>
    }

    private let driver: ServerDriver
    private let handlers: ServerHandlers

    /// - Parameters:
    ///   - session: perhaps one that has its handshake behind it.
    ///   - stream: what handlers can do with the outlet beside sending.
    ///   - outlet: where answers, questions and notifications go.
    ///   - handlers: what we do.
    package init(
        _ session: ServerSession,
        stream: ServerStream = .fixed,
        outlet: any ServerOutlet,
        handlers: ServerHandlers
    ) {
        driver = ServerDriver(session, stream: stream, outlet: outlet)
        self.handlers = handlers
    }

    /// Takes a message in, and does what needs no time.
    /// - Returns: the calls that it holds, for `answer`.
    package func take(_ message: [UInt8]) async -> [Call] { await perform(driver.handle { $0.received(message) }) }

    /// The same for a message that was read already.
    package func take(_ incoming: IncomingMessage, _ message: [UInt8]) async -> [Call] {
        await perform(driver.handle { $0.received(incoming, message) })
    }

    private func perform(_ effects: [ServerDriver.Effect]) async -> [Call] {
        var calls: [Call] = []
        for effect in effects {
            switch effect {
            case .call(let context, let stop): calls.append(Call(context: context, stop: stop))
            case .hear(let notification): await handlers.hear(notification)
            default: driver.perform(effect)
            }
        }
        return calls
    }

    /// Answers calls, beside each other; returns when all are answered or given up.
    package func answer(_ calls: [Call]) async {
        guard calls.count > 1 else {
            if let call = calls.first { await driver.answer(call.context, call.stop, handlers) }
            return
        }
        await withDiscardingTaskGroup { group in
            for call in calls { group.addTask { await self.driver.answer(call.context, call.stop, self.handlers) } }
        }
    }

    /// Says what belongs to no call, until the task is cancelled.
    package func runBeside() async { await handlers.whileServing(ServerPeer(driver: driver)) }

    /// Gives up every call in flight, and those that still come.
    package func stop() { driver.stopAllCalls() }

    /// Nothing more comes in: questions that nobody can answer now are lost.
    package func endInput() {
        for effect in driver.handle({ $0.inputEnded() }) { driver.perform(effect) }
    }
}
