package import Health
package import MCP
package import Store

/// Everything there is to show of one integration at one moment.
package struct ServerStatus: Sendable {
    /// How its last process ended.
    package struct LastExit: Sendable, Hashable {
        /// In words: exit code or signal, or why it could not be started.
        package var text: String
        /// Its last lines of standard error, redacted, at most 20.
        package var errorLines: [String]
        /// When.
        package var at: Moment
    }

    /// The id of the integration.
    package var id: String
    /// The id of the server that is run; nil where none was chosen.
    package var server: String?
    /// Where it is in its life.
    package var phase: LifecyclePhase
    /// What people are told, with cause, age, layers, latencies and next action.
    package var health: HealthStatus
    /// The last contact that was made to find out, with its evidence; nil before the first.
    package var lastOutcome: Outcome?
    /// The process; nil where there is none.
    package var pid: Int32?
    /// Starts since the daemon began.
    package var starts: Int
    /// How many tools it lists; nil until they were listed.
    package var toolCount: Int?
    /// What the handshake told; nil until there was one.
    package var description: ServerDescription?
    /// How it ended last; nil while it never did.
    package var lastExit: LastExit?
    /// The last change that an earlier run of the daemon wrote down: history, and never the present state.
    package var history: StoredHealthChange?
    /// Calls under way.
    package var callsUnderWay: Int
    /// Another one after every change of what is shown here, and for everything that was ever assigned.
    package var revision: UInt64
    /// Until when all this holds if nothing happens; nil where nothing of it grows old.
    package var holdsUntil: Moment?

    /// Restarts since the daemon began.
    package var restarts: Int { max(0, starts - 1) }
}
