import Synchronization

/// Tells any number of listeners what happens; one that does not keep up loses the oldest, which is counted.
package final class ChangeFeed<Change: Sendable>: Sendable {
    private struct State {
        var sinks: [Int: AsyncStream<Change>.Continuation] = [:]
        var lastNumber = 0
        var isFinished = false
        var lostCount = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// A feed; each listener may have so many unread.
    package init(limit: Int = 256) {
        self.limit = limit
    }

    /// What somebody was told too late to read.
    package var lostCount: Int { state.withLock(\.lostCount) }

    /// Everything from now on; ends when the feed is finished or the reader is cancelled.
    package func subscribe() -> AsyncStream<Change> {
        let (stream, sink) = AsyncStream.makeStream(of: Change.self, bufferingPolicy: .bufferingNewest(limit))
        let number = state.withLock { state -> Int? in
            guard !state.isFinished else { return nil }
            state.lastNumber += 1
            state.sinks[state.lastNumber] = sink
            return state.lastNumber
        }
        guard let number else {
            sink.finish()
            return stream
        }
        sink.onTermination = { [weak self] _ in
            self?.state.withLock { state in
                state.sinks[number] = nil
                if state.sinks.isEmpty { state.sinks = [:] }
            }
        }
        return stream
    }

    /// Tells everybody who listens.
    package func publish(_ change: Change) {
        let sinks = state.withLock { Array($0.sinks.values) }
        for sink in sinks {
            if case .dropped = sink.yield(change) { state.withLock { $0.lostCount += 1 } }
        }
    }

    /// Nothing happens any more.
    package func finish() {
        let sinks = state.withLock { state in
            state.isFinished = true
            return Array(state.sinks.values)
        }
        for sink in sinks { sink.finish() }
    }
}
