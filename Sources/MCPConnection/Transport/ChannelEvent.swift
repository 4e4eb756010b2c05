/// Something that came in on a channel; whether it makes sense is decided above: garbage is a message too.
package enum ChannelEvent: Sendable, Hashable {
    /// One framed message, without its delimiter.
    case message([UInt8])
    /// A message over the limit: its length, and its first and last bytes for a report; the rest was discarded.
    case oversized(lengthInBytes: Int, beginning: [UInt8], end: [UInt8])
    /// Bytes after the last delimiter when the input ended: a message that was cut off.
    case unterminated([UInt8])
    /// Nothing follows.
    case ended(ChannelEnd)
}
