import MCP
import Synchronization

extension ClientDriver {
    /// Messages that may wait before a server that does not read them is no longer read either.
    private static let outboxLimit = 256

    /// Writes what is in the outbox, in order, whenever there is something; until the task is cancelled or the channel closed.
    ///
    /// One task writes everything: a request whose time is up must not be stuck behind a server that does not read.
    func sendAll(over channel: any MessageChannel) async {
        state.withLock { $0.sends = true }
        defer { dropOutbox() }
        while !Task.isCancelled {
            while let next = state.withLock({ $0.outbox.popFirst() }) {
                record(.sent(next.message))
                do throws(ChannelClosed) {
                    try await channel.send(next.message)
                } catch {
                    next.whenSent?.resume()
                    if error.reason != .closedByUs { writingFailed.fulfil(error) }
                    return
                }
                next.whenSent?.resume()
            }
            await toSend.wait()
        }
    }

    /// Waits until everything that is in the outbox now is written, or can no longer be.
    func waitUntilSent() async {
        await withCheckedContinuation { continuation in
            let waits = state.withLock { state in
                guard state.sends, let last = state.outbox.indices.last else { return false }
                guard state.outbox[last].whenSent == nil else { return false }
                state.outbox[last].whenSent = continuation
                return true
            }
            if !waits { continuation.resume() }
            sendSoon()
        }
    }

    /// Suspends the reader while a server asks faster than it reads our answers.
    func waitForOutbox() async {
        guard state.withLock({ $0.outbox.count > Self.outboxLimit }) else { return }
        await waitUntilSent()
    }

    /// Nothing can be sent any more: nobody has to wait for it.
    private func dropOutbox() {
        let dropped = state.withLock { state in
            state.sends = false
            defer { state.outbox = [] }
            return state.outbox
        }
        for outgoing in dropped { outgoing.whenSent?.resume() }
    }
}
