import MCP
import MCPConnection
import Synchronization

/// The endpoint of one role: the role's catalogue, its rules, and the way of calls to the integrations.
///
/// `run` has to run while clients are served: it follows what changes, and holds calls that wait for clients.
package final class RoleGateway: Sendable {
    struct State {
        var policy: RolePolicy
        var approvals: ToolApprovals
        var catalogue: RoleCatalogue
        var gate: CallGate
        var queue = CallQueue()
        /// What each client watches, by its number, and at which integrations.
        var watched: [Int: [String: String]] = [:]
        var lastConnection = 0
        var pages = ListedPages()
        var lastBuild = 0
        var shownBuild = 0
        /// Whether an offer has changed that the catalogue does not show yet.
        var isBehind = false
    }

    /// Between two catalogues that follow from what integrations offer, and as a multiple of what one takes.
    private static let shortestPause = Duration.milliseconds(20)
    private static let restPerWork = 20

    /// The role's id.
    package let role: String

    let upstreams: any Upstreams
    let time: Timekeeper
    let audit: @Sendable (AuditRow) -> Void
    let events = MergingFeed<RoleEvent>()
    private let shown = ChangeFeed<RoleCatalogue>(limit: 1)
    let crew = CallCrew()
    let parked = ParkedCalls()
    let state: Mutex<State>

    /// An endpoint for a role.
    ///
    /// - Parameters:
    ///   - role: its id.
    ///   - policy: what it may use.
    ///   - approvals: which definitions somebody has looked at.
    ///   - upstreams: the way to the integrations; those of the role, and no others.
    ///   - clock: counts durations, and the pauses of breakers.
    ///   - audit: called for each call that is over; must not block.
    package init<C: Clock<Duration>>(
        role: String,
        policy: RolePolicy = RolePolicy(),
        approvals: ToolApprovals = ToolApprovals(),
        upstreams: any Upstreams,
        clock: C,
        audit: @escaping @Sendable (AuditRow) -> Void = { _ in }
    ) {
        self.role = role
        self.upstreams = upstreams
        self.audit = audit
        time = Timekeeper(clock)
        let catalogue = RoleCatalogue(upstreams.offers(), policy: policy, approvals: approvals)
        state = Mutex(
            State(policy: policy, approvals: approvals, catalogue: catalogue, gate: CallGate(policy))
        )
    }

    /// What the role is offered now.
    package var catalogue: RoleCatalogue { state.withLock(\.catalogue) }

    /// Every catalogue after the one of now, also where only what is withheld changes; late readers miss some.
    package func catalogues() -> AsyncStream<RoleCatalogue> { shown.subscribe() }

    /// Follows the integrations until cancelled; calls that wait for clients end with it, and so do subscriptions.
    package func run() async {
        let changes = upstreams.changes()
        // What happened before somebody listened is seen now.
        rebuild()
        await withDiscardingTaskGroup { group in
            let (bell, ring) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
            group.addTask { await self.crew.run() }
            // However many offers change meanwhile, the catalogue is put together once.
            group.addTask {
                for await _ in bell {
                    let start = self.time.elapsed
                    self.catchUp()
                    // A server that comes and goes all the time costs a small share of the time that there is.
                    let pause = max(Self.shortestPause, (self.time.elapsed - start) * Self.restPerWork)
                    _ = await self.time.wait(pause)
                }
            }
            for await change in changes { follow(change, ring) }
            group.cancelAll()
        }
        events.finish()
        shown.finish()
    }

    /// Takes over another policy or other approvals; clients are told of what changes for them.
    package func update(_ policy: RolePolicy, _ approvals: ToolApprovals) {
        state.withLock { state in
            state.policy = policy
            state.approvals = approvals
            state.gate.take(policy)
        }
        rebuild()
    }

    private func follow(_ change: UpstreamChange, _ ring: AsyncStream<Void>.Continuation) {
        switch change {
        case .offer:
            state.withLock { $0.isBehind = true }
            ring.yield()
        case .resource(_, let uri):
            catchUp()
            events.publish(.resource(uri))
        case .message(_, let notification):
            catchUp()
            events.publish(.message(notification))
        }
    }

    /// Puts the catalogue together where offers have changed since: what happened first is told first.
    private func catchUp() {
        let isBehind = state.withLock { state in
            defer { state.isBehind = false }
            return state.isBehind
        }
        if isBehind { rebuild() }
    }

    /// Puts the catalogue together again, and tells clients which lists have changed.
    private func rebuild() {
        let (build, policy, approvals, former) = state.withLock { state in
            state.lastBuild += 1
            return (state.lastBuild, state.policy, state.approvals, state.catalogue)
        }
        let fresh = RoleCatalogue(upstreams.offers(), policy: policy, approvals: approvals, after: former)
        state.withLock { state in
            // A build that began later has seen more.
            guard build > state.shownBuild else { return }
            state.shownBuild = build
            guard fresh != state.catalogue else { return }
            let changed = fresh.changes(from: state.catalogue)
            state.catalogue = fresh
            // Within the lock: who has seen the catalogue is not told afterwards that it has become so.
            for list in ChangedList.allCases where changed.contains(list) { events.publish(.list(list)) }
            shown.publish(fresh)
        }
    }

    // MARK: Watching resources

    /// Notes what a client watches, and has the integrations agree to it.
    func watch(_ uris: Set<String>, for connection: Int) async -> ErrorObject? {
        let changes = state.withLock { state in
            let former = state.watched[connection] ?? [:]
            var kept = former.filter { uris.contains($0.key) }
            var changes: [String: (adding: Set<String>, removing: Set<String>)] = [:]
            // Where it was begun: the resource may be another's meanwhile, or nobody's.
            for (uri, integration) in former where kept[uri] == nil {
                changes[integration, default: ([], [])].removing.insert(uri)
            }
            for uri in uris where kept[uri] == nil {
                guard let integration = state.catalogue.integration(ofResource: uri) else { continue }
                kept[uri] = integration
                changes[integration, default: ([], [])].adding.insert(uri)
            }
            state.watched[connection] = kept.isEmpty ? nil : kept
            if state.watched.isEmpty { state.watched = [:] }
            return changes
        }
        var fault: ErrorObject?
        for (integration, change) in changes.sorted(by: { $0.key < $1.key }) {
            let found = await upstreams.watch(change.adding, notLonger: change.removing, of: integration)
            if let found { fault = found }
        }
        return fault
    }
}
