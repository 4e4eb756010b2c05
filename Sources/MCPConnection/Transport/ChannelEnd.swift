/// Why no more messages arrive on a channel.
package enum ChannelEnd: Sendable, Hashable, CustomStringConvertible {
    /// The peer closed its side.
    case endOfInput
    /// We stopped reading, because the scope that owned the channel ended.
    case abandoned
    /// The peer writes a message that does not end, far beyond the limit.
    case endlessMessage
    /// Reading failed; the value is the `errno`.
    case failed(errno: Int32)

    /// A few words for a report.
    package var description: String {
        switch self {
        case .endOfInput: "the peer closed its output"
        case .abandoned: "we stopped reading"
        case .endlessMessage: "the peer wrote a message without an end, far beyond the limit"
        case .failed(let code): "reading failed: \(systemErrorText(code))"
        }
    }
}
