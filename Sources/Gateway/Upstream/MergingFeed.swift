import MCPConnection
import Synchronization

/// Tells any number of listeners what happens, and loses nothing that can be merged: who is slow is told of it once.
///
/// What cannot be merged is bounded. Of more than the limit the oldest is lost, which is counted.
package final class MergingFeed<Change: MergeableChange>: Sendable {
    private let limit: Int
    private let listeners = Listeners<Inbox<Change>>()
    private let lost = Mutex(0)

    /// A feed; each listener may have so many unread changes that cannot be merged.
    package init(limit: Int = 256) {
        self.limit = limit
    }

    /// What somebody was told too late to read.
    package var lostCount: Int { lost.withLock(\.self) }

    /// How many listen.
    var listenerCount: Int { listeners.all.count }

    /// Everything from now on that the filter lets through; ends when the feed is finished or the reader is cancelled.
    ///
    /// For one reader. The filter is asked as things happen, and must not block.
    package func subscribe(_ isWanted: @escaping @Sendable (Change) -> Bool = { _ in true }) -> AsyncStream<Change> {
        let (bell, ring) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let inbox = Inbox(limit: limit, isWanted: isWanted, ring: ring)
        if let leave = listeners.add(inbox) {
            ring.onTermination = { _ in leave() }
        } else {
            ring.finish()
        }
        return AsyncStream {
            while true {
                if let change = inbox.take() { return change }
                var iterator = bell.makeAsyncIterator()
                guard await iterator.next() != nil else { return Task.isCancelled ? nil : inbox.take() }
            }
        }
    }

    /// Tells everybody who listens.
    package func publish(_ change: Change) {
        for inbox in listeners.all where !inbox.put(change) { lost.withLock { $0 += 1 } }
    }

    /// Nothing happens any more.
    package func finish() { for inbox in listeners.finish() { inbox.ring.finish() } }
}

/// What one listener has not read yet.
private final class Inbox<Change: MergeableChange>: Sendable {
    private struct State {
        var unread: [Change] = []
        /// Those of them that are told once, however often they happen.
        var merged: Set<Change> = []
        var singles = 0
        /// What the reader is at, last first.
        var reading: [Change] = []
    }

    let ring: AsyncStream<Void>.Continuation
    private let limit: Int
    private let isWanted: @Sendable (Change) -> Bool
    private let state = Mutex(State())

    init(limit: Int, isWanted: @escaping @Sendable (Change) -> Bool, ring: AsyncStream<Void>.Continuation) {
        self.limit = limit
        self.isWanted = isWanted
        self.ring = ring
    }

    /// Returns false when something older was lost for it.
    func put(_ change: Change) -> Bool {
        guard isWanted(change) else { return true }
        let isComplete = state.withLock { state in
            guard !change.isMerged else {
                if state.merged.insert(change).inserted { state.unread.append(change) }
                return true
            }
            state.unread.append(change)
            state.singles += 1
            guard state.singles > limit, let oldest = state.unread.firstIndex(where: { !$0.isMerged }) else {
                return true
            }
            state.unread.remove(at: oldest)
            state.singles -= 1
            return false
        }
        ring.yield()
        return isComplete
    }

    func take() -> Change? {
        state.withLock { state in
            if state.reading.isEmpty {
                state.reading = state.unread.reversed()
                (state.unread, state.merged, state.singles) = ([], [], 0)
            }
            return state.reading.popLast()
        }
    }
}
