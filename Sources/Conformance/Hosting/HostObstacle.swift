/// Why there is no session with a server that was reached, or was not.
package enum HostObstacle: Hashable, Sendable {
    /// The server could not be asked: names the fault and the fix. Nothing is said about the server.
    case unreachable(String)
    /// It was asked and did not answer in time.
    case silent
    /// What it answered is no MCP.
    case foreign(String)
}
