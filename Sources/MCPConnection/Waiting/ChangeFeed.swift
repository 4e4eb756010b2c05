import Synchronization

/// Tells any number of listeners what happens; one that does not keep up loses the oldest, which is counted.
package final class ChangeFeed<Change: Sendable>: Sendable {
    private let limit: Int
    private let listeners = Listeners<AsyncStream<Change>.Continuation>()
    private let lost = Mutex(0)

    /// A feed; each listener may have so many unread.
    package init(limit: Int = 256) {
        self.limit = limit
    }

    /// What somebody was told too late to read.
    package var lostCount: Int { lost.withLock(\.self) }

    /// Everything from now on; ends when the feed is finished or the reader is cancelled.
    package func subscribe() -> AsyncStream<Change> {
        let (stream, sink) = AsyncStream.makeStream(of: Change.self, bufferingPolicy: .bufferingNewest(limit))
        guard let leave = listeners.add(sink) else {
            sink.finish()
            return stream
        }
        sink.onTermination = { _ in leave() }
        return stream
    }

    /// Tells everybody who listens.
    package func publish(_ change: Change) {
        for sink in listeners.all {
            if case .dropped = sink.yield(change) { lost.withLock { $0 += 1 } }
        }
    }

    /// Nothing happens any more.
    package func finish() { for sink in listeners.finish() { sink.finish() } }
}
