import AsyncAlgorithms

/// Runs what outlives the moment that started it, all in one task group.
final class Crew: Sendable {
    private let jobs = AsyncChannel<@Sendable () async -> Void>()

    /// Runs jobs until told to finish, and returns when the last one is done.
    ///
    /// Cancelling the task cancels them all.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await job in jobs { group.addTask { await job() } }
        }
    }

    /// Hands a job over; it is dropped when the crew has finished or the handing task is cancelled.
    func start(_ job: @escaping @Sendable () async -> Void) async {
        await jobs.send(job)
    }

    /// Takes no more jobs.
    func finish() {
        jobs.finish()
    }
}
