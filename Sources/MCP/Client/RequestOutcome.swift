import JSON

/// How a request ended; every request ends in exactly one of these.
package enum RequestOutcome: Sendable, Hashable {
    /// The complete result, an object, unconverted.
    case result(Payload)
    /// Modern era: the server needs input, and the request is to be repeated with it.
    case inputRequired(InputRequiredResult)
    case error(ErrorObject)
    /// No answer in time; the server was told, where the protocol allows it.
    case timedOut(after: Duration)
    /// Given up by our own side.
    case cancelled
    /// A server ended a subscription, or the task that a call became, by cancelling it.
    case cancelledByServer(reason: String?)
    /// An answer came and breaks the protocol; it was discarded.
    case invalid(ProtocolViolation)
    /// The connection ended first; whether the server acted is unknown.
    case lost(ConnectionEnd)
    /// Never sent.
    case notSent(NotSent)

    /// Why a request was not even sent.
    package enum NotSent: Sendable, Hashable {
        case notOpened
        case queueFull(limit: Int)
        case failed(ClientFailure)
        case closed(ConnectionEnd)
    }
}
