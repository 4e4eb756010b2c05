import MCP
import Synchronization

/// Many named timers on one sleeping task.
package final class TimerQueue<ID: Hashable & Sendable>: Sendable {
    private struct State {
        var deadlines: [ID: Duration] = [:]
        /// Nil while the task is not asleep.
        var sleepsUntil: Duration?
        var order: [ID: UInt64] = [:]
        var nextOrder: UInt64 = 0
    }

    private enum Step {
        case fire([ID])
        case sleep(until: Duration?)
    }

    private let time: Timekeeper
    private let state = Mutex(State())
    private let earlierTimer = Signal()

    /// Timers on this clock; none fires before `run`.
    package init(time: Timekeeper) {
        self.time = time
    }

    /// Sets a timer, replacing one of the same name.
    package func set(_ id: ID, after delay: Duration) {
        let deadline = time.elapsed + delay
        let isEarlier = state.withLock { state in
            state.deadlines[id] = deadline
            state.nextOrder += 1
            state.order[id] = state.nextOrder
            return state.sleepsUntil.map { deadline < $0 } ?? false
        }
        if isEarlier { earlierTimer.ring() }
    }

    /// Forgets a timer; unknown names are ignored.
    package func cancel(_ id: ID) {
        state.withLock { state in
            state.deadlines[id] = nil
            state.order[id] = nil
            state.deadlines.shrinkWhenEmpty()
            state.order.shrinkWhenEmpty()
        }
    }

    /// Calls `fire` for each timer that runs out, until the task is cancelled.
    package func run(fire: (ID) async -> Void) async {
        while !Task.isCancelled {
            switch nextStep() {
            case .fire(let ids):
                for id in ids { await fire(id) }
            case .sleep(let deadline):
                await sleep(until: deadline)
            }
        }
    }

    private func nextStep() -> Step {
        let now = time.elapsed
        return state.withLock { state in
            let due = state.deadlines.filter { $0.value <= now }
            guard due.isEmpty else {
                let order = state.order
                for id in due.keys {
                    state.deadlines[id] = nil
                    state.order[id] = nil
                }
                state.sleepsUntil = nil
                return .fire(due.sorted { ($0.value, order[$0.key] ?? 0) < ($1.value, order[$1.key] ?? 0) }.map(\.key))
            }
            let earliest = state.deadlines.values.min()
            // With nothing to wait for, any new timer is an earlier one.
            state.sleepsUntil = earliest ?? .seconds(Int64.max / 2)
            return .sleep(until: earliest)
        }
    }

    private func sleep(until deadline: Duration?) async {
        let time = time
        await withTaskGroup { group in
            group.addTask { [earlierTimer] in await earlierTimer.wait() }
            if let deadline {
                // Losing the error is right: it only says that a wake-up came first.
                group.addTask { try? await time.sleep(untilElapsed: deadline) }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
