package import MCP

/// Why no session came about although the server could be started.
package struct ConnectFailure: Error, Sendable, Hashable {
    /// What the handshake came to.
    package var failure: ClientFailure
    /// How the server's process ended by itself; nil when it was still running, and where there is none.
    package var exitStatus: ServerExitStatus?
    /// The end of its standard error.
    package var errorTail: ErrorTail
}

extension ConnectFailure: CustomStringConvertible {
    /// One sentence; the tail of standard error is left out, because it may be long and hold secrets.
    package var description: String {
        let exit = exitStatus.map { " (the server ended with \($0))" } ?? ""
        return "no session with the server: \(failure)\(exit)"
    }
}
