/// What a client session waits for; a timer set again replaces the one before.
package enum ClientTimer: Sendable, Hashable {
    case start
    case probe
    case handshake
    /// An answer or progress.
    case request(RequestID)
    /// An answer, whatever the progress.
    case requestWithProgress(RequestID)
}
