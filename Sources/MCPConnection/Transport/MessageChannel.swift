/// One conversation with a peer, a whole message at a time: every transport is one of these.
///
/// Sending may happen from any task; there is one reader of `events`. Two transports exist here: `PipeChannel`
/// (descriptors) and `MemoryChannel`, and one compatibility test runs on both.
package protocol MessageChannel: Sendable {
    /// What arrives, in order. The sequence is bounded: while nobody reads, the peer is made to wait.
    ///
    /// The last element is always `.ended`. One reader only.
    var events: ChannelEvents { get }

    /// Hands one message over and suspends while the peer does not take it: this is the back-pressure.
    ///
    /// A message that was begun is written whole even if the sending task is cancelled, so that framing survives.
    /// - Parameter message: the bytes of one message, without any delimiter.
    /// - Throws: `ChannelClosed` when our side or the peer's is closed.
    func send(_ message: [UInt8]) async throws(ChannelClosed)

    /// Ends our side: the peer sees the end of its input; `send` throws from now on, and `events` go on.
    ///
    /// Messages still waiting to be taken are dropped. Closing twice does nothing.
    func close()

    /// Stops reading: `events` end with `.abandoned`, and the peer's next write fails.
    func abandon()
}
