/// How much of an event stream is kept for a reader that is slow, or gone and may come back.
package struct ReplayBounds: Sendable, Hashable {
    /// Messages kept of one stream.
    package var events: Int
    /// Bytes kept of one stream after they were written.
    package var keptBytes: Int
    /// Unwritten bytes from which on the server waits for the reader.
    package var unreadBytes: Int

    /// Defaults: 1,024 messages, 256 KiB written and 1 MiB unwritten per stream.
    package init(events: Int = 1_024, keptBytes: Int = 256 << 10, unreadBytes: Int = 1 << 20) {
        self.events = max(1, events)
        self.keptBytes = keptBytes
        self.unreadBytes = unreadBytes
    }

    /// Unwritten bytes from which on the oldest are lost while there is no reader.
    var lostBytes: Int { 2 * max(keptBytes, unreadBytes) }
}
