import Synchronization

/// Holds one answer until it is fetched, by one waiting task at most.
final class AnswerBox<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var isOver = false
        var waiting: CheckedContinuation<Value?, Never>?
    }

    private let state = Mutex(State())

    /// Puts the answer in; only the first one counts.
    func put(_ value: Value) {
        let waiting = state.withLock { state -> CheckedContinuation<Value?, Never>? in
            guard state.value == nil else {
                return nil
            }
            state.value = value
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: value)
    }

    /// Waits for the answer; nil when the waiting task is cancelled first.
    func take() async -> Value? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (isKnown, value) = state.withLock { state -> (Bool, Value?) in
                    if state.value != nil || state.isOver {
                        return (true, state.value)
                    }
                    state.waiting = continuation
                    return (false, nil)
                }
                if isKnown {
                    continuation.resume(returning: value)
                }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                state.isOver = true
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume(returning: nil)
        }
    }
}
