import MCPAuthorization
import Synchronization

/// Time that stands still until a test moves it, as a clock and as seconds since 1970.
final class TestTime: Sendable {
    private let seconds = Mutex<Int64>(1_000_000)

    @Sendable func now() -> Int64 { seconds.withLock(\.self) }

    func advance(by count: Int64) { seconds.withLock { $0 += count } }
}

/// A clock on which pauses are over at once and are written down, and on which no bound is ever reached.
final class PauseClock: Clock, Sendable {
    typealias Instant = ContinuousClock.Instant

    private let start = ContinuousClock.now
    private let taken = Mutex<[Duration]>([])

    var now: Instant { start }
    var minimumResolution: Duration { .zero }
    var pauses: [Duration] { taken.withLock(\.self) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let duration = start.duration(to: deadline)
        guard duration >= .seconds(30) else {
            taken.withLock { $0.append(duration) }
            return
        }
        // Until it is cancelled: nothing is ever said on this stream.
        let (silence, sink) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        for await _ in silence {}
        sink.finish()
        try Task.checkCancellation()
    }
}

/// Bytes that are different every time and the same in every run.
func countingEntropy() -> Entropy {
    let counter = SharedCount()
    return Entropy { count in
        let start = counter.next()
        return (0..<count).map { UInt8(truncatingIfNeeded: start &* 31 &+ $0) }
    }
}

private final class SharedCount: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
