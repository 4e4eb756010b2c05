/// One thing that happened on a connection, as it was on the wire.
package struct WireRecord: Sendable, Hashable {
    /// What happened.
    package enum Event: Sendable, Hashable {
        /// A connection was opened; the process id where there is a process. A second one follows a respawn.
        case opened(pid: Int32?)
        /// A message of ours, on its way.
        case sent([UInt8])
        /// A message of the server.
        case received([UInt8])
        /// A message over the limit, of which only the beginning was kept.
        case receivedOversized(lengthInBytes: Int, beginning: [UInt8])
        /// What followed the last line break when the server closed its output.
        case receivedUnterminated([UInt8])
        /// A line of the server's standard error.
        case standardError(String)
        /// Nothing more can be read.
        case inputEnded(ChannelEnd)
        /// The process is gone, and everything it started.
        case exited(ServerExit)
    }

    /// Since the client was made.
    package var at: Duration
    /// What happened.
    package var event: Event

    /// A record of something at a time.
    package init(at: Duration, event: Event) {
        self.at = at
        self.event = event
    }
}
