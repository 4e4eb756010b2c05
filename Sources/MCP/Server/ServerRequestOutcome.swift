package import JSON

/// How a request of a legacy server to its client ended.
package enum ServerRequestOutcome: Sendable, Hashable {
    case result(JSONObject)
    case error(ErrorObject)
    /// An answer came and breaks the protocol.
    case invalid(ProtocolViolation)
    /// Not sent: this client, era or moment does not allow it.
    case notAllowed(String)
    /// The connection ended first.
    case lost
}
