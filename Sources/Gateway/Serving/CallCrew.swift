import AsyncAlgorithms
import Synchronization

/// Runs calls that outlive the request which began them, all in one task group.
final class CallCrew: Sendable {
    private let jobs = AsyncChannel<@Sendable () async -> Void>()
    private let isOver = Mutex(false)

    /// Runs jobs until cancelled, which cancels them all.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await job in jobs { group.addTask { await job() } }
            isOver.withLock { $0 = true }
            jobs.finish()
            group.cancelAll()
        }
    }

    /// Hands a job over to run beside the others.
    /// - Returns: false when it will not run, for the crew has gone or the handing task is cancelled.
    func start(_ job: @escaping @Sendable () async -> Void) async -> Bool {
        let claim = Claim()
        guard !isOver.withLock({ $0 }) else { return false }
        await jobs.send {
            guard claim.take() else { return }
            await job()
        }
        // It may have been handed over or not: whoever claims it first decides.
        guard Task.isCancelled || isOver.withLock({ $0 }) else { return true }
        return !claim.take()
    }
}

/// Can be taken once.
private final class Claim: Sendable {
    private let isTaken = Mutex(false)

    func take() -> Bool {
        isTaken.withLock { taken in
            defer { taken = true }
            return !taken
        }
    }
}
