import Synchronization

/// A clock on which every sleep performs the next step of a script and ends at once; after the last, sleeping fails.
final class ScriptClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let steps: Mutex<[@Sendable () -> Void]>

    init(_ steps: [@Sendable () -> Void]) {
        self.steps = Mutex(steps.reversed())
    }

    var now: Instant { Instant(offset: .zero) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        guard let step = steps.withLock({ $0.popLast() }) else { throw CancellationError() }
        step()
    }
}
