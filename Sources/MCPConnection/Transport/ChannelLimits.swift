/// How much of a peer's output is held in memory before the peer is made to wait or its message is discarded.
package struct ChannelLimits: Sendable, Hashable {
    /// The longest message taken, in bytes; a longer one is discarded as it streams in and reported with its length.
    package var messageBytes: Int
    /// Bytes of unread messages above which the peer is made to wait; one message may go over it.
    package var unreadBytes: Int

    /// Bounds of one channel; by default 16 MiB per message and 1 MiB unread.
    package init(messageBytes: Int = 16 << 20, unreadBytes: Int = 1 << 20) {
        self.messageBytes = messageBytes
        self.unreadBytes = unreadBytes
    }
}
