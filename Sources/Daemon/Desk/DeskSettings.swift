package import Health
package import Install
package import MCP
package import Probing
package import Registry
package import Store
package import Supervision

/// What a desk is told at its start; everything that a deployment may want otherwise.
package struct DeskSettings: Sendable {
    /// A program that runs in the place of every server of an entry.
    package typealias StandIn = @Sendable (Integration, IntegrationServer) -> Capabilities.Installed?

    /// The daemon's folder.
    package var home: Home
    /// What comes with OpenWork; nil for nothing but the user's own entries.
    package var shipped: ShippedFiles?
    /// Ours; servers get PATH, HOME, LANG and TMPDIR of it, clients of registries what configures them.
    package var environment: [String: String]
    /// Who we say we are.
    package var info: Implementation
    /// The limits by which contacts become a state, where an entry has none of its own.
    package var health = HealthPolicy()
    /// When servers are started again.
    package var restarts = RestartPolicy()
    /// What the processes of one server may take of this machine.
    package var limits = ResourceLimits()
    /// How the fleet works; its folders are those of the home.
    package var fleet = FleetSettings()
    /// How long the history of health is kept.
    package var retention = HealthRetention()
    /// Versions that are kept of each installed server, the one in use included.
    package var keptVersions = 3
    /// From one look at the user's files to the next.
    package var registryInterval = Duration.milliseconds(500)
    /// The login shell that is asked for PATH; nil to take PATH from the environment.
    package var loginShell: String?
    /// Runs clients of registries; nil for child processes.
    package var runner: (any CommandRunner)?
    /// What runs in the place of servers; nil for the servers themselves.
    package var standIn: StandIn?
    /// Names by which agents may address the daemon, beside those of loopback.
    package var hosts: Set<String> = []
    /// Whether callers show a token, agents of roles among them, because others than this user can reach the daemon.
    package var wantsTokens = false
    /// The time that people see.
    package var now: @Sendable () -> WallTime

    /// A desk in a home, with the real servers, of an environment.
    package init(
        home: Home,
        shipped: ShippedFiles?,
        environment: [String: String],
        info: Implementation,
        now: @escaping @Sendable () -> WallTime
    ) {
        self.home = home
        self.shipped = shipped
        self.environment = environment
        self.info = info
        self.now = now
    }
}
