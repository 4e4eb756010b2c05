import Synchronization

/// Counts how often something was started.
final class StartCount: Sendable {
    private let count = Mutex(0)

    /// The number of this start, from 1 on.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
