/// A login without a browser on this machine: shows an address, takes what the user copies from the browser elsewhere.
package struct PastingBrowser: LoginBrowser {
    private let redirectURI: String
    private let ask: @Sendable (AuthorizationRequest) async throws(AuthorizationFault) -> Secret

    /// - Parameters:
    ///   - redirectURI: on loopback; nobody has to listen there, the browser fails and shows the address.
    ///   - ask: shows the address of the request and returns the answer.
    package init(
        redirectURI: String = "http://127.0.0.1:8765/callback",
        ask: @escaping @Sendable (AuthorizationRequest) async throws(AuthorizationFault) -> Secret
    ) {
        self.redirectURI = redirectURI
        self.ask = ask
    }

    /// Opens nothing: the address stands for the place where the browser fails.
    package func withCallback<Value: Sendable>(
        preferring preferred: [String],
        _ body: (any LoginCallback) async -> Value
    ) async throws(AuthorizationFault) -> Value {
        await body(Callback(redirectURI: redirectURI, ask: ask))
    }

    private struct Callback: LoginCallback {
        let redirectURI: String
        let ask: @Sendable (AuthorizationRequest) async throws(AuthorizationFault) -> Secret

        func answer(to request: AuthorizationRequest) async throws(AuthorizationFault) -> Secret {
            try await ask(request)
        }
    }
}
