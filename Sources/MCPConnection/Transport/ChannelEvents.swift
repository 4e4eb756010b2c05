/// The incoming side of a channel as a sequence for one reader; it ends after `.ended`, or when the reading task is cancelled.
package struct ChannelEvents: AsyncSequence, Sendable {
    package typealias Element = ChannelEvent
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

    /// A reader. Two readers at once would share the events between them.
    package func makeAsyncIterator() -> Iterator {
        Iterator(queue: queue)
    }
}
