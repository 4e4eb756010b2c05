package import HTTPTypes

/// Knows the credentials for one server, and what to do when they are refused.
package protocol HTTPAuthorizer: Sendable {
    /// The header fields to send with a request; they go to the origin of the server and nowhere else.
    ///
    /// Among them may be a proof that is good for this method, this address and one time.
    func fields(for call: HTTPCall) async -> HTTPFields

    /// A request was refused with 401 or 403, although it carried these fields; they are what `fields` gave for it.
    ///
    /// A request may be refused more than once: another token first, more scopes then.
    /// - Returns: whether other credentials are at hand now, so that the request is worth repeating.
    func refused(status: Int, challenges: [AuthenticationChallenge], sent: HTTPFields) async -> Bool

    /// The server answered with these header fields, whatever the status: they may hold what later requests must carry.
    func answered(_ fields: HTTPFields)
}

extension HTTPAuthorizer {
    /// Learns nothing.
    package func answered(_ fields: HTTPFields) {}
}
