/// Why nothing more can be received, as the transport saw it.
package enum ConnectionEnd: Sendable, Hashable {
    /// The peer closed its output in an orderly way, and no more is known.
    case closed
    /// The process ended by itself; nil when it was killed by a signal.
    case exited(status: Int32?)
    /// We closed it.
    case closedByUs
    /// Reading or writing failed; in words.
    case failed(String)
}
