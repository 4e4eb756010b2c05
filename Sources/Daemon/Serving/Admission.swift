import DaemonAPI
import MCPConnection
import Synchronization

/// How many requests are let in: many that read, fewer that change something.
final class Admission: Sendable {
    private struct State {
        var reading: Pace
        var changing: Pace
    }

    private let state: Mutex<State>

    init(reading: Pace, changing: Pace) {
        state = Mutex(State(reading: reading, changing: changing))
    }

    /// Nil when it may pass, otherwise after how many seconds one may.
    func refusal(isMutation: Bool, at now: Duration) -> Int? {
        let pause = state.withLock { state in
            isMutation ? state.changing.admit(at: now) : state.reading.admit(at: now)
        }
        return pause.map { Int(($0 / .seconds(1)).rounded(.up)) }
    }
}
