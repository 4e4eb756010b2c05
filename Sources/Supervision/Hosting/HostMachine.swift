import Registry
import Health
import MCP
import MCPConnection
import Probing
import Store

/// Decides everything about one server, and does nothing by itself: its life, its health and when to look at it.
///
/// It puts the two machines together: an exit is evidence of health, and a refused credential ends all starting.
struct HostMachine: Sendable {
    /// A probe because of a suspicion comes no sooner than this after the one before: callers may fail by the hundred.
    static let suspicionPause = Duration.seconds(2)
    /// Lines of an exit that are kept.
    static let keptErrorLines = 20

    let id: String
    let server: String?
    let mode: ServerLifecycle.Mode
    let obstacle: Assignment.Obstacle?
    /// Whether somebody else may see to it as well: there is no process of ours.
    let isShared: Bool
    let jitter: Double

    var lifecycle: ServerLifecycle
    var health: HealthMachine
    var tools: [Tool]?
    var description: ServerDescription?
    var lastOutcome: Outcome?
    var lastExit: ServerStatus.LastExit?
    var pid: Int32?
    var history: StoredHealthChange?
    var revision: UInt64

    var wakeAt: Moment?
    var probeAt: Moment?
    var lastProbeEnd: Moment?
    /// Whether a contact is under way or asked for.
    var isProbing = false
    /// Whether a call gave reason to look at once.
    var isSuspicious = false
    var isOpen = false
    var isRetired = false
    /// Whether it was started to be looked at only, and nobody wants it otherwise.
    var onlyLooks = false
    var callsUnderWay = 0
    /// What the last contact over the present connection came to.
    var sessionOutcome: Outcome?

    init(_ assignment: Assignment, jitter: Double, revision: UInt64 = 0, at now: Moment) {
        self.revision = revision
        id = assignment.id
        server = assignment.server?.id
        mode = assignment.mode
        obstacle = assignment.obstacle
        isShared = assignment.plan.map { $0.program == nil } ?? true
        self.jitter = jitter
        lifecycle = ServerLifecycle(mode: assignment.mode, policy: assignment.restarts)
        health = HealthMachine(assignment.health, needsCredential: assignment.needsCredential, at: now)
    }

    // MARK: Questions

    /// When something is due; nil when only an event brings it on.
    var nextDue: Moment? {
        guard !isRetired else { return nil }
        let stale = health.countsUntil?.advanced(by: .milliseconds(1))
        return [wakeAt, stale, canBeProbed ? probeAt : nil].compactMap(\.self).min()
    }

    /// Whether the next probe should list too: after trouble, that tells a server that hangs from a vendor that does.
    var listsNext: Bool { tools == nil || sessionOutcome?.outcomeClass == .reach }

    var canBeProbed: Bool {
        guard !isRetired, !isProbing, obstacle == nil else { return false }
        return switch lifecycle.phase {
        case .running: isOpen
        case .stopped: mode == .onDemand
        case .starting, .stopping, .waiting, .blocked: false
        }
    }

    func status(at now: Moment) -> ServerStatus {
        let health = health.status(at: now)
        return ServerStatus(
            id: id,
            server: server,
            phase: lifecycle.phase,
            health: health,
            lastOutcome: lastOutcome,
            pid: pid,
            starts: lifecycle.starts,
            toolCount: tools?.count,
            description: description,
            lastExit: lastExit,
            history: history,
            callsUnderWay: callsUnderWay,
            revision: revision,
            holdsUntil: holdsUntil(health)
        )
    }

    /// The next moment at which time alone changes what is shown: a state or the proof of a credential is too old then.
    private func holdsUntil(_ status: HealthStatus) -> Moment? {
        let proof = status.layers.authorised
        let provenUntil = proof.holds == nil ? nil : proof.at?.advanced(by: health.policy.interval)
        return [health.countsUntil, provenUntil].compactMap(\.self).filter { $0 >= status.at }.min()
    }

    // MARK: Steps

    /// Asks the lifecycle, and says what became of it.
    mutating func live(_ event: (inout ServerLifecycle) -> [LifecycleAction]) -> [HostAction] {
        let before = lifecycle.phase
        var actions: [HostAction] = []
        for action in event(&lifecycle) {
            switch action {
            case .start: actions.append(.start)
            case .stop: actions.append(.stop)
            case .wake(let moment): wakeAt = moment
            // A connection that ends fails its calls by itself.
            case .failCalls: break
            }
        }
        if lifecycle.phase != before { actions.append(.announce(.phase(lifecycle.phase))) }
        return actions
    }

    /// Tells the health machine.
    mutating func observe(_ outcome: Outcome, at now: Moment) -> [HostAction] {
        [.keep(outcome)] + told(health.observe(outcome, at: now), at: now)
    }

    mutating func told(_ events: [HealthEvent], at now: Moment) -> [HostAction] {
        events.compactMap { event -> HostAction? in
            switch event {
            case .changed(let change): return .changed(change)
            case .probeWanted:
                isSuspicious = true
                let soonest = soonestProbe(at: now)
                probeAt = probeAt.map { min($0, soonest) } ?? soonest
                return nil
            }
        }
    }

    /// Finds out when to look next; probes spread, and never come before a pause is over.
    mutating func schedule(at now: Moment, chance: Double) {
        let next = health.nextProbe
        probeAt = next <= now ? soonestProbe(at: now) : now.advanced(by: next.since(now) * (1 + jitter * chance))
    }

    private func soonestProbe(at now: Moment) -> Moment {
        max(now, lastProbeEnd?.advanced(by: Self.suspicionPause) ?? now)
    }
}
