import Synchronization

/// Tells everybody who listens that the tools have changed.
final class MockFeed: Sendable {
    private struct State {
        var sinks: [Int: AsyncStream<Void>.Continuation] = [:]
        var lastNumber = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// Each change from now on; ends when the feed is finished or the reader is cancelled.
    ///
    /// Changes that nobody has read yet count as one: the tools are listed anew in any case.
    func subscribe() -> AsyncStream<Void> {
        let (stream, sink) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
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

    func publish() {
        for sink in state.withLock({ Array($0.sinks.values) }) { sink.yield() }
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
