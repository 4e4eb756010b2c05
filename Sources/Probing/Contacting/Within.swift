/// Works until done or until the time is over, whichever comes first; the work is cancelled then, and awaited.
/// - Returns: nil when the time was over first, or the task was cancelled.
func within<Value: Sendable, C: Clock<Duration>>(
    _ bound: Duration,
    _ clock: C,
    _ work: @escaping @Sendable () async -> Value?
) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
        group.addTask { await work() }
        group.addTask {
            // Cancelled only when the work is done.
            try? await clock.sleep(until: clock.now.advanced(by: bound), tolerance: nil)
            return nil
        }
        let first = await group.next() ?? nil
        group.cancelAll()
        return first
    }
}
