package import MCP
import Synchronization

/// Notifications of a server for one reader; when it does not keep up, the oldest are lost and counted.
package final class NotificationFeed: AsyncSequence, Sendable {
    /// A notification as it came.
    package typealias Element = MCP.Notification
    /// Reading never fails; it ends.
    package typealias Failure = Never

    private let stream: AsyncStream<MCP.Notification>
    private let sink: AsyncStream<MCP.Notification>.Continuation
    private let lost = Mutex(0)

    init(limit: Int) {
        (stream, sink) = AsyncStream.makeStream(of: MCP.Notification.self, bufferingPolicy: .bufferingNewest(limit))
    }

    /// Notifications that nobody read in time.
    package var droppedCount: Int {
        lost.withLock { $0 }
    }

    /// The one reader.
    package func makeAsyncIterator() -> AsyncStream<MCP.Notification>.Iterator {
        stream.makeAsyncIterator()
    }

    func deliver(_ notification: MCP.Notification) {
        if case .dropped = sink.yield(notification) { lost.withLock { $0 += 1 } }
    }

    func finish() {
        sink.finish()
    }
}
