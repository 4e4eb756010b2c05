import Dispatch
import Synchronization

/// A clock whose time jumps: it also runs the tasks that use it, and moves on as soon as none of them has anything to do.
///
/// Tasks on it run one after the other, and whoever sleeps is woken in the order of deadlines. A bound of thirty seconds
/// costs nothing, and no load of the machine ever makes one pass. Whatever runs here must wait for nothing outside: for
/// no socket, no process and no other clock.
package final class VirtualClock: Clock, TaskExecutor {
    /// A moment of this clock, counted from its start.
    package struct Instant: InstantProtocol {
        /// Since the clock began.
        package let offset: Duration

        /// The instant so much later.
        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        /// How far away another instant is; negative for an earlier one.
        package func duration(to other: Instant) -> Duration { other.offset - offset }

        package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        let id: UInt64
        let deadline: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private enum Turn {
        case job(UnownedJob)
        case sleeper(Sleeper)
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [Sleeper] = []
        var nextID: UInt64 = 0
        /// Jobs that were handed over, in their order; those before `nextJob` have been taken.
        var jobs: [UnownedJob] = []
        var nextJob = 0
        /// Whether somebody is about to take the next turn.
        var isRunning = false
        /// Whether the last turn woke somebody, whose job is still to come.
        var hasWoken = false

        /// The job that was handed over first, or else the sleeper whose deadline is next; nil when there is neither.
        mutating func next() -> Turn? {
            if let job = takeJob() {
                hasWoken = false
                return .job(job)
            }
            if !hasWoken, let sleeper = takeSleeper() {
                hasWoken = true
                return .sleeper(sleeper)
            }
            (isRunning, hasWoken) = (false, false)
            return nil
        }

        private mutating func takeJob() -> UnownedJob? {
            guard nextJob < jobs.count else { return nil }
            let job = jobs[nextJob]
            nextJob += 1
            if nextJob == jobs.count {
                jobs.removeAll(keepingCapacity: true)
                nextJob = 0
            }
            return job
        }

        /// Moves on to the first deadline.
        private mutating func takeSleeper() -> Sleeper? {
            // As many as a contact has bounds: a handful.
            let first = sleepers.indices.min { left, right in
                (sleepers[left].deadline.offset, sleepers[left].id)
                    < (sleepers[right].deadline.offset, sleepers[right].id)
            }
            guard let first else { return nil }
            let sleeper = sleepers.remove(at: first)
            now = max(now, sleeper.deadline)
            return sleeper
        }
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "openwork.virtual-time")

    init() {}

    /// The time here.
    package var now: Instant { state.withLock(\.now) }

    /// A nanosecond.
    package var minimumResolution: Duration { .nanoseconds(1) }

    /// Runs a piece of a task; called by the tasks themselves.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let wasRunning = state.withLock { state in
            state.jobs.append(job)
            defer { state.isRunning = true }
            return state.isRunning
        }
        // Nearly every job is handed over by another one, and follows it without a way through a queue.
        if !wasRunning { queue.async { [self] in runJobs() } }
    }

    /// Runs what there is, and wakes a sleeper whenever nothing else is left, until neither is.
    private func runJobs() {
        while let turn = state.withLock({ $0.next() }) {
            switch turn {
            case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
            case .sleeper(let sleeper): sleeper.continuation.resume()
            }
        }
    }

    /// Suspends the task until the time has come there.
    /// - Throws: `CancellationError` when the task is cancelled first.
    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let sleeper = Sleeper(id: id, deadline: deadline, continuation: continuation)
                let isAsleep = state.withLock { state in
                    guard !Task.isCancelled, deadline > state.now else { return false }
                    state.sleepers.append(sleeper)
                    return true
                }
                guard !isAsleep else { return }
                continuation.resume(with: Task.isCancelled ? .failure(CancellationError()) : .success(()))
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0) }
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
