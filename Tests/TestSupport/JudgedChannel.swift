package import MCP
package import MCPConnection

/// A channel of ours whose messages a judge hears before they go out, and what comes back where it is told to.
package struct JudgedChannel: MessageChannel {
    private let channel: any MessageChannel
    private let judge: WireJudge
    private let direction: WireDirection
    private let hearsBoth: Bool

    /// Puts a judge over a channel; the direction is that of what is sent here.
    ///
    /// What arrives is unheard where the other side has the same judge, and has to be heard everywhere else.
    package init(
        _ channel: any MessageChannel,
        sending direction: WireDirection,
        hearsBoth: Bool = false,
        judge: WireJudge
    ) {
        self.channel = channel
        self.judge = judge
        self.direction = direction
        self.hearsBoth = hearsBoth
    }

    /// What arrives.
    package var events: ChannelEvents {
        guard hearsBoth else { return channel.events }
        return channel.events.observed { [judge, direction] event in
            if case .message(let message) = event { judge.see(message, direction.opposite) }
        }
    }

    /// Judges a message and hands it over.
    package func send(_ message: [UInt8]) async throws(ChannelClosed) {
        judge.see(message, direction)
        try await channel.send(message)
    }

    package func close() { channel.close() }

    package func abandon() { channel.abandon() }
}

extension WireJudge {
    /// A client's end and a server's end in memory, with this judge over both.
    package func pair(limits: ChannelLimits = ChannelLimits()) -> (client: JudgedChannel, server: JudgedChannel) {
        let (ours, theirs) = MemoryChannel.pair(limits: limits)
        return (
            JudgedChannel(ours, sending: .clientToServer, judge: self),
            JudgedChannel(theirs, sending: .serverToClient, judge: self)
        )
    }
}
