import Synchronization

/// A clock that stands still until a test moves it, and tells the test who went to sleep.
package final class ManualClock: Clock, Sendable {
    /// A moment on this clock.
    package struct Instant: InstantProtocol {
        /// Since the clock was made.
        package var offset: Duration

        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        package func duration(to other: Instant) -> Duration { other.offset - offset }
        package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        let deadline: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [UInt64: Sleeper] = [:]
        var nextID: UInt64 = 0
        var announced: [Duration] = []
        var listener: CheckedContinuation<Duration, Never>?
    }

    private let state = Mutex(State())

    /// A clock that stands at zero.
    package init() {}

    package var now: Instant { state.withLock(\.now) }
    package var minimumResolution: Duration { .nanoseconds(1) }

    /// How long the next sleeper wants to sleep, each told once; waits until there is one.
    package func nextSleep() async -> Duration {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Duration? in
                guard state.announced.isEmpty else { return state.announced.removeFirst() }
                state.listener = continuation
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Moves the time and wakes whoever slept until then.
    package func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.sorted { $0.value.deadline < $1.value.deadline }.map(\.value.continuation)
        }
        for continuation in due { continuation.resume() }
    }

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                register(Sleeper(deadline: deadline, continuation: continuation), id: id)
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(throwing: CancellationError())
        }
    }

    private func register(_ sleeper: Sleeper, id: UInt64) {
        enum Step { case sleep(CheckedContinuation<Duration, Never>?, Duration), wake, cancel }
        let step = state.withLock { state -> Step in
            if Task.isCancelled { return .cancel }
            guard sleeper.deadline > state.now else { return .wake }
            state.sleepers[id] = sleeper
            let length = state.now.duration(to: sleeper.deadline)
            defer { state.listener = nil }
            if state.listener == nil { state.announced.append(length) }
            return .sleep(state.listener, length)
        }
        switch step {
        case .sleep(let listener, let length): listener?.resume(returning: length)
        case .wake: sleeper.continuation.resume()
        case .cancel: sleeper.continuation.resume(throwing: CancellationError())
        }
    }
}
