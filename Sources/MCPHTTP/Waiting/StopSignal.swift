import Synchronization

/// Says once that something is to stop, to everyone who waits for it.
package final class StopSignal: Sendable {
    private struct State {
        var isFired = false
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var nextTicket: UInt64 = 0
    }

    private let state = Mutex(State())

    /// A signal that nobody has fired.
    package init() {}

    /// Whether it was fired.
    package var isFired: Bool { state.withLock(\.isFired) }

    /// Only the first call counts.
    package func fire() {
        let waiting = state.withLock { state in
            state.isFired = true
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns when it is fired, or when the waiting task is cancelled.
    package func wait() async {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    guard !state.isFired, !Task.isCancelled else { return false }
                    state.waiting[ticket] = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
        }
    }

    /// Works until done or told to stop, whichever comes first; the work is cancelled then.
    /// - Returns: nil when it was stopped.
    package func unlessFired<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value? {
        guard !isFired else { return nil }
        return await withTaskGroup { group in
            group.addTask { await work() as Value? }
            group.addTask {
                await self.wait()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }
}
