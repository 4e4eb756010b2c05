package import DaemonAPI
import Synchronization

/// Hands out what happened to everybody who listens, and remembers the latest for those who come back.
///
/// Nobody waits for anybody: a listener that does not keep up finds that the oldest events are forgotten, and is told of
/// the gap. There is one log for all of them, so a slow one costs nothing.
package final class EventHub: Sendable {
    private struct State {
        var log: [EventMessage] = []
        var lastID: Int64 = 0
        var nextListener = 0
        /// Wake those who wait for the next event; a wake-up that is not taken yet stands for all.
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let limit: Int

    /// Remembers so many events.
    package init(remembering limit: Int = 1_024) {
        self.limit = limit
    }

    /// Gives an event its number and hands it out.
    @discardableResult
    package func publish(_ event: EventMessage) -> EventMessage {
        let (numbered, listeners) = state.withLock { state in
            state.lastID += 1
            var numbered = event
            numbered.id = state.lastID
            state.log.append(numbered)
            // Now and then and not each time: taking from the front moves all the rest.
            if state.log.count > limit * 2 { state.log.removeFirst(state.log.count - limit) }
            return (numbered, Array(state.listeners.values))
        }
        for listener in listeners { listener.yield() }
        return numbered
    }

    /// The number of the latest event; 0 before the first.
    package var lastID: Int64 { state.withLock { $0.lastID } }

    /// How many listen now.
    package var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Everything from now on, or everything after the event that the listener had last.
    package func listen(after id: Int64? = nil) -> EventFeed {
        let (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (listener, cursor) = state.withLock { state -> (Int?, Int64) in
            guard !state.isClosed else { return (nil, id ?? state.lastID) }
            state.nextListener += 1
            state.listeners[state.nextListener] = waker
            return (state.nextListener, id ?? state.lastID)
        }
        if let listener {
            waker.onTermination = { [weak self] _ in self?.leave(listener) }
        } else {
            waker.finish()
        }
        return EventFeed(hub: self, wakes: wakes, cursor: cursor)
    }

    /// Ends every feed, and those that are asked for later once they told what is remembered.
    package func close() {
        let listeners = state.withLock { state in
            state.isClosed = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    /// What is remembered of the events after one; a gap comes first when something is not.
    func events(after id: Int64) -> [EventMessage] {
        state.withLock { state in
            // A number from the future is one of an earlier run of the daemon.
            let isForeign = id > state.lastID
            let next = isForeign ? state.log : state.log.filter { $0.id > id }
            guard let first = next.first else { return [] }
            guard isForeign || first.id > id + 1 else { return next }
            var gap = EventMessage(.gap, at: first.at)
            gap.id = first.id - 1
            return [gap] + next
        }
    }

    private func leave(_ listener: Int) {
        _ = state.withLock { $0.listeners.removeValue(forKey: listener) }
    }
}
