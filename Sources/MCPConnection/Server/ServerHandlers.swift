package import MCP

/// What a server does: answers calls, and hears notifications.
package struct ServerHandlers: Sendable {
    /// Answers one call, beside the others; cancelled when the client gives the call up.
    ///
    /// What it throws is the answer too.
    package var answer: @Sendable (ServerCall) async throws(ErrorObject) -> Members
    /// Hears a notification that is not about the session itself; the next message is read when it returns.
    package var hear: @Sendable (MCP.Notification) async -> Void

    /// Handlers from two closures; by default notifications are ignored.
    package init(
        answer: @escaping @Sendable (ServerCall) async throws(ErrorObject) -> Members,
        hear: @escaping @Sendable (MCP.Notification) async -> Void = { _ in }
    ) {
        self.answer = answer
        self.hear = hear
    }
}
