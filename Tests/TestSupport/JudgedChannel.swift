package import MCP
package import MCPConnection

/// A channel of ours whose messages a judge hears before they go out.
package struct JudgedChannel: MessageChannel {
    private let channel: any MessageChannel
    private let judge: WireJudge
    private let direction: WireDirection

    /// Puts a judge over a channel; the direction is that of what is sent here.
    package init(_ channel: any MessageChannel, sending direction: WireDirection, judge: WireJudge) {
        self.channel = channel
        self.judge = judge
        self.direction = direction
    }

    /// What arrives, unheard: the other side has a judge of its own where it is ours.
    package var events: ChannelEvents { channel.events }

    /// Judges a message and hands it over.
    package func send(_ message: [UInt8]) async throws(ChannelClosed) {
        judge.see(message, direction)
        try await channel.send(message)
    }

    package func close() { channel.close() }

    package func abandon() { channel.abandon() }
}
