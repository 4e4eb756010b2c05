/// What a piece of an event stream amounted to.
package enum EventStreamItem: Sendable, Hashable {
    case event(ServerSentEvent)
    /// The server asks for this pause before a reconnection.
    case retry(milliseconds: Int)
    /// An event over the limit: the bytes it had and its first ones. It was discarded while it streamed in.
    case oversized(lengthInBytes: Int, beginning: [UInt8])
}
