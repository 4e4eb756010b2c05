import JSON
import MCP
import Synchronization

extension ClientDriver {
    /// Gives everything that arrives to the session and has the server's requests answered, until the input ends.
    func readAll(from channel: any MessageChannel, limitInBytes: Int, ending: (ChannelEnd) async -> ConnectionEnd) async
    {
        await withDiscardingTaskGroup { group in
            var pace = FloodPace()
            for await event in channel.events {
                for request in await take(event, limitInBytes: limitInBytes, ending: ending) {
                    guard let stop = state.withLock({ $0.serving[request.id] }) else { continue }
                    group.addTask { await self.answer(request, unless: stop) }
                }
                outbox.sendSoon()
                await outbox.waitForSpace()
                let unasked = state.withLock { state in
                    defer { state.unasked = 0 }
                    return state.unasked
                }
                guard unasked > 0 else { continue }
                let pause = pace.pause(after: unasked, bytes: event.length, at: time.elapsed)
                if let pause { _ = await time.wait(pause) }
            }
            // What is still being answered has nobody left to read it.
            for stop in state.withLock({ $0.serving.values }) { stop.fulfil(()) }
        }
    }

    private func take(
        _ event: ChannelEvent,
        limitInBytes: Int,
        ending: (ChannelEnd) async -> ConnectionEnd
    ) async -> [Request] {
        switch event {
        case .message(let message):
            record(.received(message))
            return handle { $0.received(message) }
        case .oversized(let length, let beginning, let end):
            record(.receivedOversized(lengthInBytes: length, beginning: beginning))
            return handle { $0.received(.oversize(limitInBytes: limitInBytes), excerpt: beginning, end: end) }
        case .unterminated(let rest):
            record(.receivedUnterminated(rest))
            return handle { $0.received(.truncated, excerpt: rest) }
        case .ended(let end):
            record(.inputEnded(end))
            finish(await ending(end))
            return []
        }
    }

    /// The connection is over, however it was noticed.
    func finish(_ end: ConnectionEnd) {
        handle { $0.closed(end) }
        if isFinished { connectionEnded.fulfil(end) }
    }

    private var isFinished: Bool {
        switch state.withLock(\.session.stage) {
        case .closed, .failed: true
        case .idle, .probing, .initializing, .awaitingRespawn, .ready: false
        }
    }

    /// Answers one request of the server, until it gives the request up.
    private func answer(_ request: Request, unless stop: OneShot<Void>) async {
        let handlers = handlers
        let answer = await stop.unlessFired { await handlers.answer(request) }
        guard let answer else { return }
        handle { $0.respond(to: request.id, with: answer) }
        state.withLock { $0.serving[request.id] = nil }
        outbox.sendSoon()
    }
}

extension ChannelEvent {
    /// What the peer had to write for it, in bytes.
    fileprivate var length: Int {
        switch self {
        case .message(let bytes), .unterminated(let bytes): bytes.count
        case .oversized(let length, _, _): length
        case .ended: 0
        }
    }
}
