import Synchronization

/// The in-memory twin of a pipe: two ends in one process, with the same bounds, order and errors.
package final class MemoryChannel: MessageChannel {
    private let incoming: BoundedQueue<ChannelEvent>
    private let outgoing: BoundedQueue<ChannelEvent>
    private let limitInBytes: Int
    private let isClosed = Mutex(false)

    private init(incoming: BoundedQueue<ChannelEvent>, outgoing: BoundedQueue<ChannelEvent>, limitInBytes: Int) {
        self.incoming = incoming
        self.outgoing = outgoing
        self.limitInBytes = limitInBytes
    }

    /// Two connected ends; what one sends arrives at the other.
    ///
    /// The limits are the same for both directions; a message over the limit arrives as `.oversized`.
    package static func pair(limits: ChannelLimits = ChannelLimits()) -> (MemoryChannel, MemoryChannel) {
        let forth = BoundedQueue<ChannelEvent>(costLimit: limits.unreadBytes)
        let back = BoundedQueue<ChannelEvent>(costLimit: limits.unreadBytes)
        return (
            MemoryChannel(incoming: back, outgoing: forth, limitInBytes: limits.messageBytes),
            MemoryChannel(incoming: forth, outgoing: back, limitInBytes: limits.messageBytes)
        )
    }

    /// What the other end sent.
    package var events: ChannelEvents {
        ChannelEvents(queue: incoming)
    }

    /// Hands one message to the other end, waiting while its queue is full.
    package func send(_ message: [UInt8]) async throws(ChannelClosed) {
        guard !isClosed.withLock({ $0 }) else { throw ChannelClosed(.closedByUs) }
        let event: ChannelEvent
        if message.count > limitInBytes {
            let beginning = Array(message.prefix(min(LineFramer.reportedBytes, limitInBytes)))
            let end = Array(message.suffix(LineFramer.reportedBytes))
            event = .oversized(lengthInBytes: message.count, beginning: beginning, end: end)
        } else {
            event = .message(message)
        }
        guard await outgoing.pushWaiting(event, cost: message.count + 1) else {
            throw ChannelClosed(isClosed.withLock { $0 } ? .closedByUs : .peerClosed)
        }
    }

    /// The other end sees the end of its input after what was already sent.
    package func close() {
        let wasClosed = isClosed.withLock { closed in
            defer { closed = true }
            return closed
        }
        guard !wasClosed else { return }
        outgoing.push(.ended(.endOfInput), cost: 0)
        outgoing.finish()
    }

    /// Stops reading: the other end's `send` throws from now on.
    package func abandon() {
        incoming.push(.ended(.abandoned), cost: 0)
        incoming.finish()
    }
}
