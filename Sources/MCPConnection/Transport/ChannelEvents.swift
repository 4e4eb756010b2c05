/// The incoming side of a channel for one reader; ends after `.ended`, or when the reading task is cancelled.
package struct ChannelEvents: AsyncSequence, Sendable {
    /// What came in.
    package typealias Element = ChannelEvent
    /// Reading never fails; it ends.
    package typealias Failure = Never

    let queue: BoundedQueue<ChannelEvent>

    /// Draws one event after the other from the channel.
    package struct Iterator: AsyncIteratorProtocol {
        let queue: BoundedQueue<ChannelEvent>

        /// Waits for the next event; nil after the end or on cancellation.
        package mutating func next() async -> ChannelEvent? {
            await queue.next()
        }

        /// The same as `next()`: waiting needs no isolation.
        package mutating func next(isolation actor: isolated (any Actor)?) async -> ChannelEvent? {
            await queue.next()
        }
    }

    /// The one reader; two at once would share the events between them.
    package func makeAsyncIterator() -> Iterator {
        Iterator(queue: queue)
    }
}
