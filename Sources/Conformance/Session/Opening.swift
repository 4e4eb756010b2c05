/// How a session began.
package enum Opening: Hashable, Sendable {
    /// The era is found and, in the legacy era, the handshake is done.
    case opened(OpenedSession)
    /// The process could not be started; says what and how to fix it.
    case notStarted(String)
    /// The server ended before any handshake; says how.
    case ended(String)
    /// No usable answer within the bound.
    case silent(bound: Duration)
    /// The server refused the handshake.
    case refused(Exchange)
    /// The answer is no handshake result: says what is missing.
    case malformed(Exchange, String)
    /// The server chose a revision that does not exist.
    case unknownRevision(Exchange, String)
    /// The server does not offer the revision that was asked for; the text names those it does.
    case notOffered(String)
    /// The run was interrupted first.
    case interrupted

    /// Why nothing further could be tried; nil when the session was opened.
    package var obstacle: String? {
        switch self {
        case .opened: nil
        case .notStarted(let text), .notOffered(let text): text
        case .ended(let how): "no handshake: \(how)"
        case .silent(let bound): "no handshake: no answer within \(bound.short)"
        case .refused(let exchange): "no handshake: \(exchange.method) was answered with \(exchange.summary)"
        case .malformed(_, let text): "no handshake: \(text)"
        case .unknownRevision(_, let text): "no handshake: the server chose \"\(text)\", which is no revision"
        case .interrupted: Interruption.reason
        }
    }
}
