import JSON

/// What a server session wants done, in the order given.
package enum ServerAction: Sendable, Hashable {
    /// Write one message (or one batch): JSON text without any line break; a line-based transport adds it.
    case send([UInt8])
    /// Answer this request, with `respond`, once.
    case call(RequestContext)
    /// The client gave this request up: stop, an answer is no longer sent.
    case cancelled(RequestID, reason: String?)
    /// A notification for the owner; those about the session itself do not get here.
    case deliver(Notification)
    /// Legacy: the handshake is over.
    case initialized(ProtocolRevision, ClientCapabilities, Implementation)
    /// Legacy: a request of ours ended.
    case complete(RequestID, ServerRequestOutcome)
    /// The client broke a rule; where it asked something, it was told.
    case violation(ProtocolViolation)
    /// The input has ended and everything in flight is answered.
    case finished
}
