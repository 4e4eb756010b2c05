package import MCPConnection

/// A server in this very process, for tests and for speed: no start, no signals, the same messages.
package struct MemoryHost: ServerHost {
    private let limits: ChannelLimits
    private let serve: @Sendable (MemoryChannel) async -> Void

    /// - Parameters:
    ///   - limits: How much of a message is taken.
    ///   - serve: The server: talks until its channel ends or it is cancelled.
    package init(limits: ChannelLimits = ChannelLimits(), serve: @escaping @Sendable (MemoryChannel) async -> Void) {
        self.limits = limits
        self.serve = serve
    }

    /// Runs server and body side by side; a server that does not end is cancelled.
    package func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        let (ours, theirs) = MemoryChannel.pair(limits: limits)
        let isOver = AnswerBox<Bool>()
        await withTaskGroup { group in
            group.addTask {
                await serve(theirs)
                theirs.close()
                theirs.abandon()
                isOver.put(true)
            }
            await body(HostedServer(channel: ours) { await isOver.take() ?? false })
            ours.close()
            ours.abandon()
            group.cancelAll()
        }
        return .ran(nil)
    }
}
