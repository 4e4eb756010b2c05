/// The incoming side of a channel for one reader; ends after `.ended`, or when the reading task is cancelled.
package struct ChannelEvents: AsyncSequence, Sendable {
    /// What came in.
    package typealias Element = ChannelEvent
    /// Reading never fails; it ends.
    package typealias Failure = Never

    let queue: BoundedQueue<ChannelEvent>
    var observe: (@Sendable (ChannelEvent) -> Void)?

    /// Draws one event after the other from the channel.
    package struct Iterator: AsyncIteratorProtocol {
        let queue: BoundedQueue<ChannelEvent>
        let observe: (@Sendable (ChannelEvent) -> Void)?

        /// Waits for the next event; nil after the end or on cancellation.
        package mutating func next() async -> ChannelEvent? {
            let event = await queue.next()
            if let event { observe?(event) }
            return event
        }

        /// The same as `next()`: waiting needs no isolation.
        package mutating func next(isolation actor: isolated (any Actor)?) async -> ChannelEvent? {
            let event = await queue.next()
            if let event { observe?(event) }
            return event
        }
    }

    /// The one reader; two at once would share the events between them.
    package func makeAsyncIterator() -> Iterator {
        Iterator(queue: queue, observe: observe)
    }

    /// The same, shown to an observer just before the reader gets them.
    package func observed(by observe: @escaping @Sendable (ChannelEvent) -> Void) -> ChannelEvents {
        var events = self
        events.observe = { [earlier = self.observe] event in
            earlier?(event)
            observe(event)
        }
        return events
    }
}
