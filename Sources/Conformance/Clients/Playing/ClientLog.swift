import HTTPTypes
import Synchronization

/// What arrived at the servers of one scene, in one order.
final class ClientLog: Sendable {
    private struct State {
        var turns: [ClientTurn] = []
        var dropped = 0
    }

    /// A client that asks more often than this is not listened to any longer.
    private static let limit = 4_000

    private let state = Mutex(State())
    private let now: @Sendable () -> Duration

    init(now: @escaping @Sendable () -> Duration) {
        self.now = now
    }

    var turns: [ClientTurn] { state.withLock(\.turns) }

    /// Counted from the beginning of the scene.
    var moment: Duration { now() }

    /// Takes a request down.
    /// - Returns: its number, nil when there were too many; and those before it.
    func note(_ turn: ClientTurn) -> (number: Int?, earlier: [ClientTurn]) {
        state.withLock { state in
            let earlier = state.turns
            guard earlier.count < ClientLog.limit else {
                state.dropped += 1
                return (nil, earlier)
            }
            state.turns.append(turn)
            return (earlier.count, earlier)
        }
    }

    /// Takes down what became of it.
    func answer(_ number: Int?, _ status: Int, _ fields: HTTPFields) {
        guard let number else { return }
        let moment = now()
        state.withLock { state in
            state.turns[number].status = status
            state.turns[number].given = fields
            state.turns[number].answered = moment
        }
    }
}
