package import MCPConnection

/// A running server, as a conversation sees it.
package struct HostedServer: Sendable {
    /// The way for messages.
    package let channel: any MessageChannel
    /// The way for single HTTP requests beside the session; nil where there is no HTTP.
    package let door: HTTPDoor?
    /// Why nobody could even ask, with the fix, or what came instead of MCP; nil while the server talks.
    package let obstacle: @Sendable () -> HostObstacle?
    /// What happened to a request, in the place of whose answer the channel delivered this message; nil for an answer.
    package let loss: @Sendable ([UInt8]) -> String?
    /// Waits until the server ended; false when the waiting task was cancelled first.
    package let ended: @Sendable () async -> Bool

    /// A server that runs.
    package init(
        channel: any MessageChannel,
        door: HTTPDoor? = nil,
        obstacle: @escaping @Sendable () -> HostObstacle? = { nil },
        loss: @escaping @Sendable ([UInt8]) -> String? = { _ in nil },
        ended: @escaping @Sendable () async -> Bool
    ) {
        self.channel = channel
        self.door = door
        self.obstacle = obstacle
        self.loss = loss
        self.ended = ended
    }
}
