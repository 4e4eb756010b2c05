/// A clock whose type is forgotten: what drives timers, stamps records and bounds work, counted from when it was made.
package struct Timekeeper: Sendable {
    private let read: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async throws -> Void

    /// Counts from now on, by this clock.
    package init<C: Clock<Duration>>(_ clock: C) {
        let start = clock.now
        read = { start.duration(to: clock.now) }
        sleep = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
    }

    /// Time since this was made.
    package var elapsed: Duration { read() }

    /// Waits until so much time has elapsed since this was made.
    /// - Throws: `CancellationError`.
    package func sleep(untilElapsed deadline: Duration) async throws {
        try await sleep(deadline)
    }

    /// Waits for so long; false when the task was cancelled before the time was over.
    package func wait(_ duration: Duration) async -> Bool {
        do {
            try await sleep(elapsed + duration)
            return true
        } catch {
            return false
        }
    }

    /// Works for so long at most; the work is cancelled then.
    /// - Returns: nil when the time was over first.
    package func limit<Value: Sendable>(
        to bound: Duration,
        _ work: @escaping @Sendable () async -> Value
    ) async -> Value? {
        await withTaskGroup { group in
            group.addTask { await work() as Value? }
            group.addTask { [self] in
                // Cancelled means that the work was done first.
                _ = await wait(bound)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }
}
