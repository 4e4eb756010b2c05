package import HTTPTypes

/// Knows the credentials for one server, and what to do when they are refused.
package protocol HTTPAuthorizer: Sendable {
    /// The header fields to send with the next request; they go to the origin of the server and nowhere else.
    func fields() async -> HTTPFields

    /// A request was refused with 401 or 403, although it carried these fields; they are what `fields` gave for it.
    ///
    /// A request may be refused more than once: another token first, more scopes then.
    /// - Returns: whether other credentials are at hand now, so that the request is worth repeating.
    func refused(status: Int, challenges: [AuthenticationChallenge], sent: HTTPFields) async -> Bool
}
