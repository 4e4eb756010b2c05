import MCP
import Synchronization

/// Drives one client session: locks, asks the machine, unlocks, and does what it decided.
final class ClientDriver: Sendable {
    let tap: WireTap
    let handlers: ClientHandlers
    let time: Timekeeper
    let notifications = NotificationFeed(limit: 256)
    /// Arrives when the session is over.
    let connectionEnded = OneShot<ConnectionEnd>()
    let state: Mutex<ClientState>
    let timers: TimerQueue<ClientTimer>
    let outbox = Outbox()

    private let currentPhase = Mutex(OneShot<ClientPhase>())

    init(configuration: ClientConfiguration, handlers: ClientHandlers, tap: WireTap, time: Timekeeper) {
        self.tap = tap
        self.handlers = handlers
        self.time = time
        timers = TimerQueue(time: time)
        state = Mutex(ClientState(session: ClientSession(configuration: configuration), outbox: outbox))
    }

    /// Arrives when the session is ready, has failed, or needs another connection.
    var phase: OneShot<ClientPhase> { currentPhase.withLock { $0 } }

    /// From now on messages go over this channel; the session begins, or goes on after a respawn.
    func open(_ channel: any MessageChannel, pid: Int32?) {
        currentPhase.withLock { $0 = OneShot() }
        record(.opened(pid: pid))
        state.withLock { $0.channel = channel }
        outbox.reopen()
        handle { $0.opened() }
        outbox.sendSoon()
    }

    /// Puts an event to the session and does what it decided; messages are left to the sending task.
    /// - Returns: requests of the server that are to be answered.
    @discardableResult
    func handle(_ event: (inout ClientSession) -> [ClientAction]) -> [Request] {
        let effects = state.withLock { state in
            let actions = event(&state.session)
            return state.absorb(actions)
        }
        var requests: [Request] = []
        for effect in effects {
            if case .serve(let request) = effect { requests.append(request) } else { perform(effect) }
        }
        return requests
    }

    /// Notes on the tap that something happened now.
    func record(_ event: WireRecord.Event) {
        tap.observe(WireRecord(at: time.elapsed, event: event))
    }

    func perform(_ effect: ClientEffect) {
        switch effect {
        case .resume(let continuation, let outcome): continuation.resume(returning: outcome)
        case .setTimer(let timer, let delay): timers.set(timer, after: delay)
        case .cancelTimer(let timer): timers.cancel(timer)
        case .report(let reached): phase.fulfil(reached)
        case .deliver(let notification): if !handlers.hear(notification) { notifications.deliver(notification) }
        case .progress(let handler, let progress): handler(progress)
        case .stopServing(let signal): signal.fulfil(())
        case .closeChannel(let channel): channel.close()
        case .serve: break
        }
    }
}
