import Synchronization

/// What somebody who follows gets: bounded, the oldest lost first, and the loss counted.
package final class Subscription<Element: Sendable>: AsyncSequence, Sendable {
    /// Reading never fails; it ends.
    package typealias Failure = Never

    private let stream: AsyncStream<Element>
    private let sink: AsyncStream<Element>.Continuation
    private let lost = Mutex(0)

    init(limit: Int, onEnd: @escaping @Sendable () -> Void) {
        (stream, sink) = AsyncStream.makeStream(of: Element.self, bufferingPolicy: .bufferingNewest(limit))
        sink.onTermination = { _ in onEnd() }
    }

    /// Elements that nobody read in time, until now.
    package var lostCount: Int { lost.withLock { $0 } }

    /// The one reader; it ends when its task is cancelled.
    package func makeAsyncIterator() -> AsyncStream<Element>.Iterator { stream.makeAsyncIterator() }

    func deliver(_ element: Element) {
        if case .dropped = sink.yield(element) { lost.withLock { $0 += 1 } }
    }

    func finish() { sink.finish() }
}
