import Gateway
import Health
import MCP
import MCPConnection
import Probing
import Store
import Synchronization

/// Runs one server: asks its machine under the only lock, and does what the machine says outside of it.
final class ServerHost<C: Clock<Duration>>: Sendable {
    struct State {
        var machine: HostMachine
        /// The connection that is open.
        var connection: HeldConnection?
        /// Asks for probes over it.
        var asks: AsyncStream<Bool>.Continuation?
        /// Ends the present connection, or the attempt to make one.
        var stop = OneShot<Void>()
        var mustStart = false
        /// The next connection: nil when there will be none.
        var ready = OneShot<HeldConnection?>()
        /// The next verdict about its health.
        var verdict = OneShot<Void>()
        var hasBegun = false
        var wasAsked = false
        /// Actions in the order in which they were decided, and whether somebody performs them.
        var outbox: [HostAction] = []
        var isPerforming = false
        /// When a result was read for evidence last, and whether it showed that all is well.
        var lastJudged: Moment?
        var wasWell = false
    }

    let assignment: Assignment
    let tools: HostTools<C>
    let log: ServerLog
    /// What agents get of it, whichever connection is open.
    let session: UpstreamSession
    /// Fulfilled when nothing of it is left.
    let over = OneShot<Void>()
    let state: Mutex<State>
    /// What is called while the server is down; nil for nothing.
    let standIn: StandInSkill?
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    var id: String { assignment.id }

    init(
        _ assignment: Assignment,
        tools: HostTools<C>,
        log: ServerLog,
        session: UpstreamSession,
        revision: UInt64 = 0
    ) {
        self.assignment = assignment
        self.tools = tools
        self.log = log
        self.session = session
        standIn = tools.connector.standIn(for: assignment)
        // One wake-up is as good as many: each looks at everything.
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let now = tools.prober.now
        var machine = HostMachine(assignment, jitter: tools.settings.jitter, revision: revision, at: now)
        // Known at once, also to who asks before it has begun.
        if assignment.obstacle != nil { machine.settle(unable: Self.unable(assignment, tools), at: now) }
        state = Mutex(State(machine: machine))
    }

    // MARK: Life

    /// Runs it until it is retired or the task is cancelled; nothing of it is left then.
    /// - Parameters:
    ///   - last: the state that people were told last of this integration.
    ///   - history: the last change that an earlier run wrote down.
    func run(after last: HealthState?, history: StoredHealthChange?) async {
        // After the beginning, so that the machine takes it for a contact with this configuration.
        tell { machine, now, _ in
            machine.history = history
            let unable = Self.unable(self.assignment, self.tools)
            return machine.begin(after: last, unable: unable, at: now)
        }
        let wasAsked = state.withLock { state in
            state.hasBegun = true
            return state.wasAsked
        }
        if wasAsked { tell { machine, now, _ in machine.asked(at: now) } }
        while !Task.isCancelled {
            let (mustStart, isRetired) = state.withLock { state in
                defer { state.mustStart = false }
                return (state.mustStart, state.machine.isRetired)
            }
            if mustStart {
                await connect()
            } else if isRetired {
                break
            } else {
                var iterator = wakes.makeAsyncIterator()
                guard await iterator.next() != nil else { break }
            }
        }
        end()
    }

    /// Ends it for good, begun or not; `over` tells when nothing of it is left.
    func retire() {
        tell { machine, _, _ in machine.retire() }
        wake.yield()
    }

    /// Ends what waits for it.
    func end() {
        _ = tools.monitor.set(id, at: nil)
        let (ready, verdict) = state.withLock { state in
            state.machine.isRetired = true
            return (state.ready, state.verdict)
        }
        ready.fulfil(nil)
        verdict.fulfil(())
        over.fulfil(())
    }

    private static func unable(_ assignment: Assignment, _ tools: HostTools<C>) -> Outcome? {
        guard case .unable(let reason) = assignment.obstacle else { return nil }
        return tools.prober.unable(assignment.subject, because: reason).outcome
    }

    // MARK: Deciding and doing

    /// Asks the machine, and does what it says.
    func tell(_ event: (inout HostMachine, Moment, Double) -> [HostAction]) {
        let now = tools.prober.now
        let slept = tools.monitor.hasSlept(at: now)
        let (mustPerform, bell) = state.withLock { state in
            var actions = slept ? state.machine.woke(at: now) : []
            actions += event(&state.machine, now, tools.chance())
            state.machine.revision += 1
            if actions.contains(.start) {
                state.mustStart = true
                state.stop = OneShot()
                if state.ready.current != nil { state.ready = OneShot() }
            }
            state.outbox += actions
            let mustPerform = !state.outbox.isEmpty && !state.isPerforming
            if mustPerform { state.isPerforming = true }
            let due = state.machine.isRetired ? nil : state.machine.nextDue
            return (mustPerform, tools.monitor.set(id, at: due))
        }
        bell?.fulfil(())
        guard mustPerform else { return }
        while let actions = nextActions() {
            for action in actions { perform(action) }
        }
    }

    private func nextActions() -> [HostAction]? {
        state.withLock { state in
            guard !state.outbox.isEmpty else {
                state.isPerforming = false
                return nil
            }
            defer { state.outbox = [] }
            return state.outbox
        }
    }

    private func perform(_ action: HostAction) {
        switch action {
        case .start:
            wake.yield()
        case .stop:
            state.withLock(\.stop).fulfil(())
        case .probe(let isUrgent):
            state.withLock(\.asks)?.yield(isUrgent)
        case .verdict:
            let verdict = state.withLock { state in
                defer { state.verdict = OneShot() }
                return state.verdict
            }
            verdict.fulfil(())
        case .keep(let outcome):
            tools.chronicle.add(
                StoredContact(
                    integration: id,
                    at: wall(of: outcome.at),
                    code: outcome.code,
                    latency: outcome.source == .active ? outcome.latency : nil
                )
            )
        case .changed(let change):
            write(change)
        case .announce(let kind):
            tools.announcements.send(FleetEvent(integration: id, at: tools.wall(), kind: kind))
            if case .tools = kind { return }
            tools.offers.publish(.offer(integration: id))
        }
    }

    private func write(_ change: HealthEvent.Change) {
        let at = wall(of: change.at)
        tools.chronicle.add(
            StoredHealthChange(
                integration: id,
                at: at,
                from: change.from,
                to: change.to,
                code: change.reason.cause.code,
                message: change.reason.message,
                evidence: change.reason.evidence?.json
            )
        )
        tools.announcements.send(FleetEvent(integration: id, at: at, kind: .health(change)))
        tools.offers.publish(.offer(integration: id))
    }

    private func wall(of moment: Moment) -> WallTime {
        tools.wall().advanced(by: moment.since(tools.prober.now))
    }
}
