package import MCPConnection

/// A running server, as a conversation sees it.
package struct HostedServer: Sendable {
    /// The way for messages.
    package let channel: any MessageChannel
    /// Waits until the server ended; false when the waiting task was cancelled first.
    package let ended: @Sendable () async -> Bool

    /// A server that runs.
    package init(channel: any MessageChannel, ended: @escaping @Sendable () async -> Bool) {
        self.channel = channel
        self.ended = ended
    }
}
