import JSON
import MCP
import MCPConnection
import Synchronization

/// A conversation with one server process: speaks, listens, and records every line of both sides.
final class Conversation<C: Clock<Duration>>: Sendable {

    let clock: C
    private let channel: any MessageChannel
    private let start: C.Instant
    private let state: Mutex<ConversationState>
    private let handshake = AnswerBox<ConversationHandshake>()
    let door: HTTPDoor?
    private let boxes = Mutex<[RequestID: AnswerBox<Reply>]>([:])
    private let watchers = Mutex<[Watcher]>([])
    private let timers = Mutex<[ClientTimer: Int]>([:])

    /// Somebody who waits for a notification.
    private struct Watcher: Sendable {
        let isMeant: @Sendable (WireMessage) -> Bool
        let box: AnswerBox<WireMessage>
    }

    /// What becomes of a request.
    private enum Reply: Sendable {
        case message(WireMessage)
        case lost(String)
        case ended
    }

    init(_ server: HostedServer, clock: C, state: ConversationState) {
        channel = server.channel
        door = server.door
        self.clock = clock
        self.state = Mutex(state)
        start = clock.now
    }

    /// Everything recorded so far.
    var ledger: WireLedger {
        state.withLock(\.ledger)
    }

    /// The session, to go on with in another process.
    var sessionToCarryOn: ClientSession? {
        state.withLock(\.sessionToCarryOn)
    }

    /// Why nothing more can come; nil while it can.
    var end: ChannelEnd? {
        state.withLock(\.end)
    }

    private var now: Duration {
        start.duration(to: clock.now)
    }

    /// Listens until the server closes its output, or until cancelled; timers run meanwhile.
    func listen() async {
        await withDiscardingTaskGroup { group in
            var count = 0
            for await event in channel.events {
                count += 1
                if count.isMultiple(of: 64) {
                    // A server that never stops writing never lets this loop wait: the timers need a turn, too.
                    await Task.yield()
                    guard !Task.isCancelled else {
                        break
                    }
                }
                let actions = state.withLock { $0.received(event, at: now) }
                await perform(actions, &group)
                if case .ended = event {
                    break
                }
            }
            let waiting = boxes.withLock { boxes in
                defer { boxes = [:] }
                return boxes.values
            }
            waiting.forEach { $0.put(.ended) }
            group.cancelAll()
        }
    }

    /// Lets the client session find the era and shake hands; timers of the session end with the task.
    func shakeHands() async -> ConversationHandshake? {
        await withDiscardingTaskGroup(returning: ConversationHandshake?.self) { group in
            let actions = state.withLock { $0.opened() }
            await perform(actions, &group)
            let outcome = await handshake.take()
            group.cancelAll()
            return outcome
        }
    }

    /// Sends a request of the scenario and waits for its answer, whatever it looks like.
    func ask(
        _ method: String,
        _ params: JSONObject?,
        id: RequestID,
        within bound: Duration
    ) async -> Exchange {
        if end != nil {
            return .notSent(method, "the server had closed its output")
        }
        let box = AnswerBox<Reply>()
        boxes.withLock { $0[id] = box }
        state.withLock { $0.awaitAnswer(to: id) }
        if end != nil {
            // It came between the first look and the registration, and nobody would fulfil the box.
            box.put(.ended)
        }
        let sentAt = now
        let request = Message.request(Request(id: id, method: method, params: params)).encoded
        let answer = await clock.race(within: bound) { [self] in
            await send(request)
            return await box.take() ?? .ended
        }
        boxes.withLock { $0[id] = nil }
        switch answer {
        case .value(.message(let message)):
            return Exchange(method: method, id: id.json, answeredBy: message, after: sentAt)
        case .value(.lost(let reason)): return exchange(method, id, .lost(reason), since: sentAt)
        case .value(.ended) where !Task.isCancelled:
            return exchange(method, id, .serverEnded("the server closed its output first"), since: sentAt)
        case .value(.ended): return .notSent(method, Interruption.reason)
        case .timedOut where Task.isCancelled: return .notSent(method, Interruption.reason)
        case .timedOut: return exchange(method, id, .unanswered(bound: bound), since: sentAt)
        }
    }

    /// Sends a notification; one that cannot be sent shows in what follows.
    func tell(_ method: String, _ params: JSONObject? = nil) async {
        await send(Message.notification(Notification(method: method, params: params)).encoded)
    }

    /// Waits for a notification, unless it has come already; nil when it does not come.
    func notification(
        within bound: Duration,
        where isMeant: @escaping @Sendable (WireMessage) -> Bool
    ) async -> WireMessage? {
        let box = AnswerBox<WireMessage>()
        watchers.withLock { $0.append(Watcher(isMeant: isMeant, box: box)) }
        let past = ledger.lines.filter { $0.sender == .server }.flatMap(WireMessage.messages)
        if let known = past.first(where: { $0.kind == .notification && isMeant($0) }) {
            return known
        }
        guard case .value(let message) = await clock.race(within: bound, { await box.take() }) else {
            return nil
        }
        return message
    }

    /// Tells the server that an answer is no longer wanted, and waits for it no more.
    func cancel(_ id: RequestID) async {
        await tell("notifications/cancelled", ["requestId": id.json, "reason": "no longer needed"])
        boxes.withLock { $0[id] }?.put(.lost("ended by us"))
    }

    /// The handshake of a process without a client session is over.
    func operate() {
        state.withLock { $0.operate() }
    }

    /// Closes the server's standard input.
    func closeInput() {
        state.withLock { $0.closing() }
        channel.close()
    }

    private func exchange(
        _ method: String,
        _ id: RequestID,
        _ outcome: Exchange.Outcome,
        since start: Duration
    ) -> Exchange {
        Exchange(method: method, id: id.json, outcome: outcome, duration: now - start)
    }

    private func send(_ bytes: [UInt8]) async {
        state.withLock { $0.sending(bytes, at: now) }
        // A server that takes nothing any more is seen by what it answers: nothing.
        try? await channel.send(bytes)
    }

    private func perform(_ actions: [ConversationState.Action], _ group: inout DiscardingTaskGroup) async {
        for action in actions {
            switch action {
            case .send(let bytes): await send(bytes)
            case .setTimer(let timer, let duration): setTimer(timer, duration, &group)
            case .cancelTimer(let timer): timers.withLock { $0[timer, default: 0] += 1 }
            case .ready(let description): handshake.put(.ready(description))
            case .failed(let failure): handshake.put(.failed(failure))
            case .respawn: handshake.put(.respawn)
            case .answered(let id, let message): boxes.withLock { $0[id] }?.put(.message(message))
            case .heard(let message):
                let waiting = watchers.withLock { watchers in watchers.filter { $0.isMeant(message) } }
                waiting.forEach { $0.box.put(message) }
            case .lost(let id, let reason): boxes.withLock { $0[id] }?.put(.lost(reason))
            }
        }
    }

    private func setTimer(_ timer: ClientTimer, _ duration: Duration, _ group: inout DiscardingTaskGroup) {
        let turn = timers.withLock { timers in
            timers[timer, default: 0] += 1
            return timers[timer]
        }
        group.addTask { [self] in
            // Cancelled with the conversation: then nobody waits for the timer.
            guard (try? await clock.sleep(for: duration)) != nil, timers.withLock({ $0[timer] == turn }) else {
                return
            }
            let actions = state.withLock { $0.fired(timer) }
            await withDiscardingTaskGroup { group in
                await perform(actions, &group)
            }
        }
    }
}
