package import HTTPTypes

/// Knows the credentials for one server, and what to do when they are refused.
package protocol HTTPAuthorizer: Sendable {
    /// The header fields to send with the next request; they go to the origin of the server and nowhere else.
    func fields() async -> HTTPFields

    /// A request was refused with 401 or 403.
    /// - Returns: whether other credentials are at hand now, so that the request is worth repeating, once.
    func refused(status: Int, challenges: [AuthenticationChallenge]) async -> Bool
}
