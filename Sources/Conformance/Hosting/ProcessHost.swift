package import MCPConnection

/// A server as a child process, spoken to over its standard input and output.
package struct ProcessHost<C: Clock<Duration>>: ServerHost {
    private let server: StdioServer
    private let limits: ChannelLimits
    private let bounds: TeardownBounds
    private let clock: C

    /// - Parameters:
    ///   - server: What to start.
    ///   - limits: How much of its output is held.
    ///   - stopBound: How long it may take to end after SIGTERM; the time after closing its input is the scenario's.
    ///   - clock: Counts the bounds of its end.
    package init(server: StdioServer, limits: ChannelLimits = ChannelLimits(), stopBound: Duration, clock: C) {
        self.server = server
        self.limits = limits
        // The scenario has closed the input and waited before the end of the scope comes.
        bounds = TeardownBounds(afterInputClosed: .milliseconds(10), afterTerminate: stopBound)
        self.clock = clock
    }

    /// Starts the process; nothing of it is left when this returns.
    package func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        do {
            let run = try await withServerProcess(server, limits: limits, bounds: bounds, clock: clock) { process in
                await body(HostedServer(channel: process.channel) { await process.exited() != nil })
            }
            return .ran(run.exit)
        } catch {
            return .notStarted(error.description)
        }
    }
}
