/// A clock whose type is forgotten, for waiting and for limiting how long something may take.
package struct Pauses: Sendable {
    private let sleep: @Sendable (Duration) async throws -> Void
    private let read: @Sendable () -> Duration

    /// Counts from now on, by this clock.
    package init<C: Clock<Duration>>(_ clock: C) {
        let start = clock.now
        read = { start.duration(to: clock.now) }
        sleep = { try await clock.sleep(for: $0, tolerance: nil) }
    }

    /// Time since this was made.
    package var elapsed: Duration { read() }

    /// Waits; false when the task was cancelled before the time was over.
    package func wait(_ duration: Duration) async -> Bool {
        do {
            try await sleep(duration)
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
