package import DaemonAPI

/// What one listener gets of an `EventHub`, in order; it ends when the hub is closed.
package struct EventFeed: AsyncSequence, Sendable {
    let hub: EventHub
    let wakes: AsyncStream<Void>
    let cursor: Int64

    /// Begins at the listener's place; for one reader.
    package func makeAsyncIterator() -> Iterator {
        Iterator(hub: hub, wakes: wakes.makeAsyncIterator(), cursor: cursor)
    }

    /// Keeps the place of the listener.
    package struct Iterator: AsyncIteratorProtocol {
        let hub: EventHub
        var wakes: AsyncStream<Void>.Iterator
        var cursor: Int64
        var batch: ArraySlice<EventMessage> = []

        package mutating func next() async -> EventMessage? {
            await next(isolation: #isolation)
        }

        package mutating func next(isolation actor: isolated (any Actor)?) async -> EventMessage? {
            while true {
                if let event = batch.popFirst() {
                    cursor = event.id
                    return event
                }
                batch = hub.events(after: cursor)[...]
                if !batch.isEmpty { continue }
                guard await wakes.next(isolation: actor) != nil else { return nil }
            }
        }
    }
}
