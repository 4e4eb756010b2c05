/// Sends a user to an authorization server, and waits for the address the browser comes back to.
package protocol LoginBrowser: Sendable {
    /// Opens the place that a browser can be sent back to for the time of the body; throws when there is none.
    ///
    /// Preferred are addresses that were registered before: taking one of them saves a registration.
    func withCallback<Value: Sendable>(
        preferring preferred: [String],
        _ body: (any LoginCallback) async -> Value
    ) async throws(AuthorizationFault) -> Value
}

/// The place a browser comes back to.
package protocol LoginCallback: Sendable {
    /// As it is registered and sent.
    var redirectURI: String { get }

    /// Shows the address to the user.
    /// - Returns: the address the browser came back to, or what the user pasted.
    /// - Throws: `.cancelled` when the task is, `.loginNeeded` when nobody is there.
    func answer(to request: AuthorizationRequest) async throws(AuthorizationFault) -> Secret
}
