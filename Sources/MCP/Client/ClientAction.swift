import JSON

/// What a client session wants done, in the order given.
///
/// A timer is set before the message it waits for is sent, so that an answer that comes at once finds it.
package enum ClientAction: Sendable, Hashable {
    /// Write one message: JSON text without any line break; a line-based transport adds it.
    case send([UInt8])
    case setTimer(ClientTimer, Duration)
    case cancelTimer(ClientTimer)
    /// The handshake is over.
    case ready(ServerDescription)
    /// The session never became ready and is over; requests have been completed before.
    case failed(ClientFailure)
    /// End this process, start a fresh one and report `opened` again; the handshake goes on there.
    case respawn
    /// A request ended.
    case complete(RequestID, RequestOutcome)
    /// A notification that is nobody's in particular.
    case deliver(Notification)
    /// Progress of a request that asked for it.
    case progress(RequestID, Progress)
    /// Legacy: the server asks; answer with `respond`. Only what we declared gets here.
    case serverRequest(Request)
    /// Legacy: the server gave up a request of its own; an answer is no longer wanted.
    case serverRequestCancelled(RequestID, reason: String?)
    /// The peer broke a rule; the message reached nobody else.
    case violation(ProtocolViolation)
    /// Close the connection.
    case close
}
