package import Health
package import MCP
package import MCPHTTP
package import Probing
package import Redaction
package import Registry
package import Skills

/// One integration as it is to run: a value, made anew whenever its entry, its installation or its settings change.
package struct Assignment: Sendable {
    /// Why nothing can be started, as long as it is so.
    package enum Obstacle: Sendable, Hashable {
        /// Required settings have no value; their names.
        case missing([String])
        /// There is no way to reach it from here; thing, fault and fix in a sentence.
        case unable(String)
    }

    /// The entry.
    package var integration: Integration
    /// The server of it that is run; nil where there is an obstacle and none was chosen.
    package var server: IntegrationServer?
    /// What is started or connected to; nil where there is an obstacle.
    package var plan: LaunchPlan?
    /// Why nothing is started; nil when nothing stands in the way.
    package var obstacle: Obstacle?
    /// Judges its contacts, and knows the call that proves its credential.
    package var subject: ProbeSubject
    /// What is configured, by variable, with the defaults: a skill gets it, a process has it in its plan.
    package var configuration: [String: String]
    /// Takes its secrets out of its log.
    package var redactor: Redactor
    /// The same for what stays data: a mark stands where a secret stood.
    let mask: SecretMask
    /// The limits by which contacts become a state.
    package var health: HealthPolicy
    /// When it is started again, and when one that nobody uses is stopped.
    package var restarts: RestartPolicy
    /// Whether it runs all the time or once somebody calls it.
    package var mode: ServerLifecycle.Mode
    /// The revisions to speak; an entry may pin an era.
    package var offer: RevisionOffer
    /// Credentials that change, for remote servers with a log-in; nil for none.
    package var authorizer: (any HTTPAuthorizer)?
    /// Why its log-in gives no token now; nil when nothing is wrong with it, or there is none.
    package var trouble: @Sendable () -> LoginTrouble? = { nil }
    /// What people did with what its agents posted, offered as a tool of a skill; nil for none.
    package var inbox: InteractionInbox?
    /// What its processes may take of this machine.
    package var limits: ResourceLimits

    /// Whether green takes a proof that the credential is accepted.
    package var needsCredential: Bool

    /// The id of the integration.
    package var id: String { integration.id }

    /// One server of an entry with what is configured for it; settings that are missing become the obstacle.
    package init(
        _ integration: Integration,
        server: IntegrationServer,
        plan: LaunchPlan,
        configuration: [String: String],
        isLoggedIn: Bool = false,
        authorizer: (any HTTPAuthorizer)? = nil,
        mode: ServerLifecycle.Mode = .eager,
        restarts: RestartPolicy = RestartPolicy(),
        policy: HealthPolicy = HealthPolicy(),
        limits: ResourceLimits = ResourceLimits()
    ) {
        self.init(integration, server: server, configuration: configuration, isLoggedIn: isLoggedIn, policy: policy)
        self.plan = plan
        self.authorizer = authorizer
        self.mode = mode
        self.restarts = restarts
        self.limits = limits
        if !plan.missing.isEmpty { obstacle = .missing(plan.missing) }
    }

    /// An entry that cannot be run as it is: it is shown as disconnected with the reason, and nothing is started.
    package init(
        _ integration: Integration,
        server: IntegrationServer? = nil,
        obstacle: Obstacle,
        configuration: [String: String] = [:],
        policy: HealthPolicy = HealthPolicy()
    ) {
        let described = server ?? integration.servers.first ?? IntegrationServer(.command)
        self.init(integration, server: described, configuration: configuration, isLoggedIn: false, policy: policy)
        self.server = server
        self.obstacle = obstacle
    }

    private init(
        _ integration: Integration,
        server: IntegrationServer,
        configuration: [String: String],
        isLoggedIn: Bool,
        policy: HealthPolicy
    ) {
        self.integration = integration
        self.server = server
        self.configuration = configuration
        subject = ProbeSubject(integration, server: server, configuration: configuration, isLoggedIn: isLoggedIn)
        needsCredential = (integration.auth(of: server).kind) != .none
        let secrets = Set(integration.configSchema(of: server).filter(\.isSecret).map(\.name))
        let known = configuration.filter { secrets.contains($0.key) }
        redactor = Redactor(secrets: known)
        mask = SecretMask(known)
        health = HealthPolicy(integration.health(of: server), over: policy)
        offer = server.era.map { $0 == .modern ? .modern : .legacy } ?? .all
        restarts = RestartPolicy()
        mode = .eager
        limits = ResourceLimits()
    }
}

extension Assignment: CustomStringConvertible, CustomReflectable {
    /// Names only: everything else may hold secrets.
    package var description: String { "\(id)/\(server?.id ?? "none")" }

    /// As little as its description.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
