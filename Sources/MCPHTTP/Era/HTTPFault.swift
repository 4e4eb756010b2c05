package import MCP

/// What went wrong between a message that was posted and its answer, below the level of JSON-RPC.
package enum HTTPFault: Error, Sendable, Hashable {
    /// No connection was made; in the words of the library that tried.
    case unreachable(Reach, String)
    /// Headers or the next part of a body did not come in time.
    case timedOut(after: Duration)
    /// 401, 403 or 407: what the server wants before it answers.
    case unauthorized(status: Int, challenges: [AuthenticationChallenge])
    /// 429 or 503 with the pause the server asks for; nil when it names none.
    case throttled(status: Int, retryAfter: Duration?)
    /// Any other status that is no success, with the JSON-RPC error in the body where there is one.
    case status(Int, error: ErrorObject?)
    case redirect(status: Int, RedirectRule.Refusal)
    /// A success whose body is no answer: its content type as written, and its first characters.
    case notMCP(status: Int, contentType: String?, beginning: String)
    /// A body or an event is longer than we take.
    case oversized(limitInBytes: Int)
    /// On the stream of one request came the answer to another one that is in flight; it reaches nobody.
    case misplacedAnswer(to: RequestID)
    /// The stream ended without the answer it was opened for.
    case ended
    /// The server forgot the session again right after a new one was opened.
    case sessionLost
    /// The new session is of another revision than the one it replaces.
    case sessionChanged(String)
    /// The server gave the session a name with characters no header can carry.
    case badSessionID
    /// The `endpoint` event of an old server leads elsewhere or nowhere.
    case badEndpoint(String)
    /// Neither the modern nor any legacy way of asking was understood; the statuses, in the order asked.
    case noProtocol(statuses: [Int])
    /// We gave the request up ourselves.
    case abandoned
    /// The request needs a header that cannot be built from it.
    case unsendable(String)

    /// Which step towards a connection failed.
    package enum Reach: String, Sendable, Hashable {
        case dns, refused, tls, closed, other
    }
}
