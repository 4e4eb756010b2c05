import DaemonAPI
import JSON
import MCPAuthorization
import Redaction
import Registry
import Skills
import Store
import Supervision

/// What the desk remembers between requests, to answer without asking anybody; the store and the fleet decide.
struct DeskMemory: Sendable {
    /// What is configured, as far as may be shown.
    struct Settings: Sendable, Hashable {
        var isEnabled: Bool
        var names: Set<String>
        var revision: Int
        var server: String?

        init(_ stored: StoredConfiguration) {
            isEnabled = stored.isEnabled
            names = Set(stored.settings.keys).union(stored.secrets.keys)
            revision = stored.revision
            server = stored.server
        }
    }

    /// Another one after every change of what the rows of the status tell beside what the fleet does.
    private(set) var edition: UInt64 = 0
    var registry = RegistrySnapshot(catalogue: []) { didSet { edition += 1 } }
    var settings: [String: Settings] = [:] { didSet { edition += 1 } }
    var installs: [String: [InstalledServer]] = [:]
    /// The server of each integration that runs, by its id.
    var servers: [String: String] = [:]
    /// Whether something stands in the way of starting it.
    var obstructed: [String: Bool] = [:]
    var masks: [String: IntegrationMask] = [:] { didSet { edition += 1 } }
    /// What keeps the log-in of each integration that runs with one.
    var authorizers: [String: OAuthAuthorizer] = [:]
    /// How the last log-in of each integration ended.
    var loginEndings: [String: LoginReport.Ending] = [:]
    /// What people did with what agents posted, by integration.
    var inboxes: [String: InteractionInbox] = [:]
    var roles: [String: [RoleAssignment]] = [:] { didSet { edition += 1 } }
    /// Rules that people have set, by role.
    var rules: [String: RoleRules] = [:]
    /// What is known of definitions of tools, by integration and name.
    var approvals: [String: [String: ToolApproval]] = [:]
    /// Counts how often they changed, so that nobody governs by what was known before.
    var approvalsRevision = 0
    /// The lists that were held against the approvals last.
    var reviewed: [String: [JSONValue]] = [:]
    var readyRoles: [String: Bool] = [:]
    var isLoaded = false
    var isRunning = false
    var startedAt: WallTime

    init(startedAt: WallTime) {
        self.startedAt = startedAt
    }

    mutating func forget(_ id: String) {
        settings[id] = nil
        installs[id] = nil
        servers[id] = nil
        obstructed[id] = nil
        masks[id] = nil
        authorizers[id] = nil
        loginEndings[id] = nil
        inboxes[id] = nil
        reviewed[id] = nil
        for (role, members) in roles { roles[role] = members.filter { $0.integration != id } }
    }
}
