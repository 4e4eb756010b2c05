import Synchronization

/// Who listens to a feed, until each leaves or nothing happens any more.
package final class Listeners<Listener: Sendable>: Sendable {
    private struct State {
        var listeners: [Int: Listener] = [:]
        var lastNumber = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// Nobody yet.
    package init() {}

    /// Everybody who listens now.
    package var all: [Listener] { state.withLock { Array($0.listeners.values) } }

    /// Takes somebody in.
    /// - Returns: what to call when it leaves; nil where nothing happens any more.
    package func add(_ listener: Listener) -> (@Sendable () -> Void)? {
        let number = state.withLock { state -> Int? in
            guard !state.isFinished else { return nil }
            state.lastNumber += 1
            state.listeners[state.lastNumber] = listener
            return state.lastNumber
        }
        guard let number else { return nil }
        return { [weak self] in self?.remove(number) }
    }

    /// Takes nobody in any more.
    /// - Returns: who has to be told that it is over.
    package func finish() -> [Listener] {
        state.withLock { state in
            state.isFinished = true
            return Array(state.listeners.values)
        }
    }

    private func remove(_ number: Int) {
        state.withLock { state in
            state.listeners[number] = nil
            if state.listeners.isEmpty { state.listeners = [:] }
        }
    }
}
