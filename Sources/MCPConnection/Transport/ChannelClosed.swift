/// The error of sending on a channel that takes nothing any more.
package struct ChannelClosed: Error, Sendable, Hashable, CustomStringConvertible {
    /// Who ended the sending side.
    package enum Reason: Sendable, Hashable {
        /// `close` was called on our side.
        case closedByUs
        /// The peer closed the end it reads from, or is gone (`EPIPE`).
        case peerClosed
        /// Writing failed for another reason; the value is the `errno`.
        case failed(errno: Int32)
    }

    /// Who ended it.
    package var reason: Reason

    /// Wraps a reason for throwing.
    package init(_ reason: Reason) {
        self.reason = reason
    }

    /// A few words for a report.
    package var description: String {
        switch reason {
        case .closedByUs: "the message was not sent: this side of the connection is closed"
        case .peerClosed: "the message was not sent: the peer no longer reads its input"
        case .failed(let code): "the message was not sent: \(systemErrorText(code))"
        }
    }
}
