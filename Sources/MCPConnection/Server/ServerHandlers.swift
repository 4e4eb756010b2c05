package import MCP

/// What a server does for one client: answers calls, hears notifications, and says things of its own.
package struct ServerHandlers: Sendable {
    /// Answers one call, beside the others; cancelled when the client gives the call up.
    ///
    /// What it throws is the answer too.
    package var answer: @Sendable (ServerCall) async throws(ErrorObject) -> Members
    /// Hears a notification that is not about the session itself; the next message is read when it returns.
    package var hear: @Sendable (MCP.Notification) async -> Void
    /// Runs beside the serving and is cancelled with it: for what belongs to no call.
    package var whileServing: @Sendable (ServerPeer) async -> Void

    /// Handlers from closures; by default notifications are ignored, and nothing is said that nobody asked for.
    package init(
        answer: @escaping @Sendable (ServerCall) async throws(ErrorObject) -> Members,
        hear: @escaping @Sendable (MCP.Notification) async -> Void = { _ in },
        whileServing: @escaping @Sendable (ServerPeer) async -> Void = { _ in }
    ) {
        self.answer = answer
        self.hear = hear
        self.whileServing = whileServing
    }

    /// The same for a part of a client's conversation, beside which nothing runs.
    package var forCallsOnly: ServerHandlers {
        ServerHandlers(answer: answer, hear: hear)
    }
}
