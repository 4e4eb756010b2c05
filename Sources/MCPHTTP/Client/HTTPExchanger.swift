/// Makes HTTP requests; the live one is `HTTPPool`, tests have one that needs no socket.
package protocol HTTPExchanger: Sendable {
    /// Makes one request and returns as soon as the head of its response is there.
    ///
    /// No redirect is followed. Cancelling the task ends the request, also while its body streams in.
    /// - Throws: `HTTPFault.unreachable`, or `.abandoned` when the task is cancelled.
    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply
}
