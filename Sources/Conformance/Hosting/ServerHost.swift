/// The way to a server: starts a fresh one for each conversation and ends it afterwards, whatever happened.
///
/// Its twin in memory is `MemoryHost`.
package protocol ServerHost: Sendable {
    /// Starts a server, runs the body with it, and ends it on every path.
    ///
    /// - Parameter body: The conversation; the server is valid only inside.
    /// - Returns: How it went. A server that cannot be started is a result, not an error.
    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome
}
