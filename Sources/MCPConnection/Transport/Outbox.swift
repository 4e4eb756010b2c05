import Synchronization

/// Messages on their way to one channel, written in order by one task: nobody else waits for the peer to read.
final class Outbox: Sendable {
    private struct Outgoing: Sendable {
        let message: [UInt8]
        var whenSent: CheckedContinuation<Void, Never>?
    }

    private struct State {
        var messages: ArraySlice<Outgoing> = []
        var hasEnded = false

        mutating func next() -> Outgoing? {
            let next = messages.popFirst()
            // A slice keeps what was taken from it until it is let go.
            if messages.isEmpty, messages.startIndex > 64 { messages = [] }
            return next
        }
    }

    private let limit: Int
    private let state = Mutex(State())
    private let hasWork = Signal()

    /// - Parameter limit: messages that may wait before `waitForSpace` suspends.
    init(limit: Int = 256) {
        self.limit = limit
    }

    /// Queues a message for `sendSoon` to have written; dropped when nothing is written any more.
    func append(_ message: [UInt8]) {
        state.withLock { state in
            guard !state.hasEnded else { return }
            state.messages.append(Outgoing(message: message))
        }
    }

    /// Has the sending task look at the queue.
    func sendSoon() {
        hasWork.ring()
    }

    /// Waits until everything that is queued now is written, or can no longer be.
    func waitUntilSent() async {
        await withCheckedContinuation { continuation in
            let waits = state.withLock { state in
                guard !state.hasEnded, let last = state.messages.indices.last else { return false }
                guard state.messages[last].whenSent == nil else { return false }
                state.messages[last].whenSent = continuation
                return true
            }
            if !waits { continuation.resume() }
            sendSoon()
        }
    }

    /// Suspends a reader whose peer asks faster than it reads our answers.
    func waitForSpace() async {
        guard state.withLock({ $0.messages.count > limit }) else { return }
        await waitUntilSent()
    }

    /// Writes what is queued, whenever there is something, until the task is cancelled or the channel takes no more.
    ///
    /// `record` is called with each message before it is written.
    /// - Returns: why the channel takes no more; nil when the task was cancelled.
    func sendAll(over channel: any MessageChannel, record: ([UInt8]) -> Void = { _ in }) async -> ChannelClosed? {
        while !Task.isCancelled {
            while let next = state.withLock({ $0.next() }) {
                record(next.message)
                do throws(ChannelClosed) {
                    try await channel.send(next.message)
                } catch {
                    next.whenSent?.resume()
                    end()
                    return error
                }
                next.whenSent?.resume()
            }
            await hasWork.wait()
        }
        end()
        return nil
    }

    /// Nothing is written any more: nobody has to wait for it.
    private func end() {
        let dropped = state.withLock { state in
            state.hasEnded = true
            defer { state.messages = [] }
            return state.messages
        }
        for outgoing in dropped { outgoing.whenSent?.resume() }
    }

    /// Takes messages again, for another channel.
    func reopen() {
        state.withLock { $0.hasEnded = false }
    }
}
