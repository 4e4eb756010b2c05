import MCP
import Synchronization

/// Tells any number of listeners what changed; one that does not keep up loses the oldest.
final class ChangeFeed: Sendable {
    enum Change: Sendable, Hashable {
        case list(ChangedList)
        /// The contents of the resource with this URI.
        case resource(String)
        /// The task with this id.
        case task(String)
    }

    private struct State {
        var sinks: [Int: AsyncStream<Change>.Continuation] = [:]
        var lastNumber = 0
        var isFinished = false
        var lostCount = 0
    }

    static let unreadLimit = 256

    private let state = Mutex(State())

    /// Changes that somebody was told too late to read.
    var lostCount: Int { state.withLock(\.lostCount) }

    /// Everything that changes from now on; ends when the feed is finished or the reader is cancelled.
    func subscribe() -> AsyncStream<Change> {
        let (stream, sink) = AsyncStream.makeStream(
            of: Change.self,
            bufferingPolicy: .bufferingNewest(Self.unreadLimit)
        )
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
            self?.state.withLock { $0.sinks[number] = nil }
        }
        return stream
    }

    func publish(_ change: Change) {
        let sinks = state.withLock { Array($0.sinks.values) }
        for sink in sinks {
            if case .dropped = sink.yield(change) { state.withLock { $0.lostCount += 1 } }
        }
    }

    /// Nothing changes any more.
    func finish() {
        let sinks = state.withLock { state in
            state.isFinished = true
            return Array(state.sinks.values)
        }
        for sink in sinks { sink.finish() }
    }
}
