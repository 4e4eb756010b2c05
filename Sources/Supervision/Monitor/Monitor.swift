import Health
import MCPConnection
import Probing
import Synchronization

/// The one who waits for all servers: wakes each when something of its own is due, and notices that the host slept.
final class Monitor<C: Clock<Duration>>: Sendable {
    private struct State {
        var agenda = Agenda()
        var vigil: Vigil
        var bell = OneShot<Void>()
        var sleepsUntil: Moment?
    }

    private let prober: Prober<C>
    private let state: Mutex<State>

    init(prober: Prober<C>, heartbeat: Duration) {
        self.prober = prober
        state = Mutex(State(vigil: Vigil(every: heartbeat, at: prober.now)))
    }

    /// Says when somebody is due next.
    /// - Returns: what rings when that is sooner than anybody expected: to be called outside of any lock.
    func set(_ id: String, at moment: Moment?) -> OneShot<Void>? {
        state.withLock { state in
            state.agenda.set(id, at: moment)
            guard let moment, let until = state.sleepsUntil, moment < until else { return nil }
            state.sleepsUntil = nil
            return state.bell
        }
    }

    /// Whether the host slept and nobody said so yet.
    func hasSlept(at now: Moment) -> Bool { state.withLock { $0.vigil.hasSlept(at: now) } }

    /// Wakes whoever is due until the task is cancelled.
    /// - Parameters:
    ///   - woke: called when the host slept until now.
    ///   - attend: called for each who is due; must not wait.
    func run(woke: () -> Void, attend: (String) -> Void) async {
        let time = Timekeeper(prober.clock)
        while !Task.isCancelled {
            let now = prober.now
            let (slept, ids) = state.withLock { ($0.vigil.look(at: now), $0.agenda.due(at: now)) }
            if slept { woke() }
            for id in ids { attend(id) }
            let (pause, bell) = state.withLock { state -> (Duration, OneShot<Void>) in
                let heartbeat = now.advanced(by: state.vigil.every)
                let until = state.agenda.first().map { min($0, heartbeat) } ?? heartbeat
                state.bell = OneShot()
                state.sleepsUntil = until
                return (until.since(now), state.bell)
            }
            guard pause > .zero else { continue }
            _ = await time.limit(to: pause) { await bell.wait() }
        }
    }
}
