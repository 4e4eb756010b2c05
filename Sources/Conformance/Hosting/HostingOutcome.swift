package import MCPConnection

/// What became of a server that was asked for.
package enum HostingOutcome: Sendable {
    /// It ran and ended; the exit is nil where there is no process.
    case ran(ServerExit?)
    /// It could not be started: names the fault and the fix.
    case notStarted(String)
}
