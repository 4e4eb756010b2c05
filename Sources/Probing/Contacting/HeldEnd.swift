package import MCPConnection

/// Why a connection that was to be held is none any more.
package struct HeldEnd: Sendable {
    /// What it came to; nil when it was our side that ended it.
    package var report: ContactReport?
    /// Whether there was a session; without one the report says why not.
    package var wasOpen: Bool
    /// How each process ended that was started for it.
    package var exits: [ServerExit]

    /// An end of a connection.
    package init(_ report: ContactReport?, wasOpen: Bool, exits: [ServerExit] = []) {
        self.report = report
        self.wasOpen = wasOpen
        self.exits = exits
    }
}
