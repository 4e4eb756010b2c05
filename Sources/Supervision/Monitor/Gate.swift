import MCPConnection
import Synchronization

/// Lets only so many work at once; who waits is served in order, the urgent first.
final class Gate: Sendable {
    /// The right to work, until it is given back.
    final class Place: Sendable {
        private let gate: Gate
        private let isLeft = Mutex(false)

        fileprivate init(_ gate: Gate) { self.gate = gate }

        /// Gives it back; only the first call counts.
        func leave() {
            let wasLeft = isLeft.withLock { isLeft in
                defer { isLeft = true }
                return isLeft
            }
            if !wasLeft { gate.left() }
        }
    }

    private struct State {
        var inside = 0
        var urgent: [OneShot<Void>] = []
        var others: [OneShot<Void>] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = max(1, limit) }

    /// How many are inside, and how many wait.
    var crowd: (inside: Int, waiting: Int) { state.withLock { ($0.inside, $0.urgent.count + $0.others.count) } }

    /// Waits for a place; nil when the task is cancelled first.
    func enter(isUrgent: Bool = false) async -> Place? {
        let turn = OneShot<Void>()
        let isIn = state.withLock { state in
            if state.inside < limit {
                state.inside += 1
                return true
            }
            if isUrgent { state.urgent.append(turn) } else { state.others.append(turn) }
            return false
        }
        if isIn { return Place(self) }
        if await turn.wait() != nil { return Place(self) }
        let wasServed = state.withLock { state in
            let count = state.urgent.count + state.others.count
            state.urgent.removeAll { $0 === turn }
            state.others.removeAll { $0 === turn }
            return state.urgent.count + state.others.count == count
        }
        // The turn came at the same moment as the cancellation.
        if wasServed { left() }
        return nil
    }

    /// Works in a place, which others may have after so long: what hangs must not keep them waiting.
    func pass<C: Clock<Duration>>(
        isUrgent: Bool = false,
        patience: Duration,
        clock: C,
        _ work: @escaping @Sendable (Place) async -> Void
    ) async {
        guard let place = await enter(isUrgent: isUrgent) else { return }
        await withTaskGroup { group in
            group.addTask {
                // Cancelled when the work was done first.
                try? await clock.sleep(until: clock.now.advanced(by: patience), tolerance: nil)
                place.leave()
            }
            await work(place)
            group.cancelAll()
        }
        place.leave()
    }

    private func left() {
        let next = state.withLock { state -> OneShot<Void>? in
            if !state.urgent.isEmpty { return state.urgent.removeFirst() }
            if !state.others.isEmpty { return state.others.removeFirst() }
            state.inside -= 1
            return nil
        }
        next?.fulfil(())
    }
}
