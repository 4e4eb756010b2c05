import MCPConnection
import Synchronization

/// Ends the wait for the first message of an answer after a while: one sleeping task, however many wait.
final class Impatience: Sendable {
    private struct State {
        var logs: [UInt64: EventLog] = [:]
        var lastName: UInt64 = 0
    }

    private let patience: Duration
    private let timers: TimerQueue<UInt64>
    private let state = Mutex(State())

    init(time: Timekeeper, patience: Duration) {
        self.patience = patience
        timers = TimerQueue(time: time)
    }

    /// Hurries whoever waits for the first messages of a log once the time is over.
    /// - Returns: the name to end it by.
    func begin(_ log: EventLog) -> UInt64 {
        let name = state.withLock { state in
            state.lastName += 1
            state.logs[state.lastName] = log
            return state.lastName
        }
        timers.set(name, after: patience)
        return name
    }

    /// The wait is over.
    func end(_ name: UInt64) {
        timers.cancel(name)
        state.withLock { $0.logs[name] = nil }
    }

    /// Has to run for as long as anybody waits.
    func run() async {
        await timers.run { name in state.withLock { $0.logs.removeValue(forKey: name) }?.hurry() }
    }
}
