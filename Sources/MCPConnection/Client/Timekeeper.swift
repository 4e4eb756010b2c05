/// A clock whose type is forgotten: what drives timers and stamps records, counted from when it was made.
struct Timekeeper: Sendable {
    private let read: @Sendable () -> Duration
    private let wait: @Sendable (Duration) async throws -> Void

    init<C: Clock<Duration>>(_ clock: C) {
        let start = clock.now
        read = { start.duration(to: clock.now) }
        wait = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
    }

    /// Time since this was made.
    var elapsed: Duration { read() }

    /// Waits until so much time has elapsed since this was made.
    /// - Throws: `CancellationError`.
    func sleep(untilElapsed deadline: Duration) async throws {
        try await wait(deadline)
    }
}
