package import MCPConnection
package import MockMCP

extension MockServer {
    /// Serves one client over a channel, in memory or elsewhere, until one of the two ends; the clock drives its delays.
    ///
    /// Cancelling the task stops it at once. The log and children exist only in a process of its own; a line that was cut
    /// off arrives as a message of its own, since a channel carries whole messages.
    /// - Returns: how the mock ended; nil when it was cancelled.
    @discardableResult
    package func serve<C: Clock<Duration>>(over channel: any MessageChannel, clock: C) async -> MockExit? {
        let player = ChannelPlayer(self, channel: channel, clock: clock)
        let exit = await player.run()
        channel.close()
        channel.abandon()
        return exit
    }
}
