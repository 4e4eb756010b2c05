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
    let toSend = Signal()

    private let current = Mutex(Connection())

    /// What belongs to one connection of the session; a respawn makes another.
    private struct Connection {
        let phase = OneShot<ClientPhase>()
        let writingFailed = OneShot<ChannelClosed>()
    }

    init(configuration: ClientConfiguration, handlers: ClientHandlers, tap: WireTap, time: Timekeeper) {
        self.tap = tap
        self.handlers = handlers
        self.time = time
        timers = TimerQueue(time: time)
        state = Mutex(ClientState(session: ClientSession(configuration: configuration)))
    }

    /// Arrives when the session is ready, has failed, or needs another connection.
    var phase: OneShot<ClientPhase> { current.withLock(\.phase) }

    /// Arrives when the peer takes no more messages.
    var writingFailed: OneShot<ChannelClosed> { current.withLock(\.writingFailed) }

    /// From now on messages go over this channel; the session begins, or goes on after a respawn.
    func open(_ channel: any MessageChannel, pid: Int32?) {
        current.withLock { $0 = Connection() }
        record(.opened(pid: pid))
        state.withLock { $0.channel = channel }
        handle { $0.opened() }
        sendSoon()
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

    /// Has the sending task look at the outbox.
    func sendSoon() {
        toSend.ring()
    }

    func perform(_ effect: ClientEffect) {
        switch effect {
        case .resume(let continuation, let outcome): continuation.resume(returning: outcome)
        case .setTimer(let timer, let delay): timers.set(timer, after: delay)
        case .cancelTimer(let timer): timers.cancel(timer)
        case .report(let reached): phase.fulfil(reached)
        case .deliver(let notification): notifications.deliver(notification)
        case .progress(let handler, let progress): handler(progress)
        case .stopServing(let signal): signal.fulfil(())
        case .closeChannel(let channel): channel.close()
        case .serve: break
        }
    }
}
