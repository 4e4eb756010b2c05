import Gateway
package import Health
package import JSON
package import Logging
package import MCP
import MCPConnection
package import Probing
package import Store
import Synchronization

/// All servers that this daemon runs: starts and stops them, looks after their health, and calls their tools.
///
/// Everything runs inside `run`; assignments that are made before wait for it.
package final class Fleet<C: Clock<Duration>>: Sendable {
    typealias Host = ServerHost<C>

    let tools: HostTools<C>
    let store: any HealthStore & LeaseStore
    let roster = Mutex(Roster<Host>())
    let bell = Mutex(OneShot<Void>())
    /// Of withdrawn integrations too, so that what they said last can still be read while somebody follows.
    let logs: LogShelf
    /// What is known of what integrations offer outlives their servers.
    let sessions = Mutex<[String: UpstreamSession]>([:])

    /// A fleet without servers.
    /// - Parameters:
    ///   - settings: what a deployment may want otherwise.
    ///   - prober: makes contacts; its clock counts everything here, and has to go on while the host sleeps.
    ///   - connector: makes connections, usually a `LiveConnector`.
    ///   - store: keeps the history.
    ///   - wall: the time for people.
    ///   - logger: for what concerns the fleet itself.
    ///   - chance: 0 to 1, evenly spread, for everything that is jittered.
    package init(
        _ settings: FleetSettings = FleetSettings(),
        prober: Prober<C>,
        connector: any ServerConnector,
        store: any HealthStore & LeaseStore,
        wall: @escaping @Sendable () -> WallTime,
        logger: Logger,
        chance: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.store = store
        logs = LogShelf(folder: settings.logFolder, wall: wall)
        tools = HostTools(
            settings: settings,
            prober: prober,
            connector: connector,
            monitor: Monitor(prober: prober, heartbeat: settings.heartbeat),
            chronicle: Chronicle(store, logger: logger),
            duties: Duties(store, holder: settings.holder, wall: wall, logger: logger),
            starts: Gate(limit: settings.startsAtOnce),
            probes: Gate(limit: settings.probesAtOnce),
            announcements: Broadcast(),
            offers: MergingFeed(),
            wall: wall,
            chance: chance,
            logger: logger
        )
    }

    // MARK: Who is run

    /// Runs an integration as it is described; one that runs already is stopped before.
    ///
    /// Returns at once; `check` waits for what comes of it.
    package func assign(_ assignment: Assignment) {
        let log = logs.log(of: assignment.id, redactor: assignment.redactor)
        let host = Host(
            assignment,
            tools: tools,
            log: log,
            session: session(of: assignment),
            revision: roster.withLock { $0.nextRevision() }
        )
        let (old, isOver) = roster.withLock { ($0.add(assignment.id, host), $0.isOver) }
        if let old {
            old.host.retire()
            if !old.hasBegun { old.host.end() }
        }
        // Nobody begins any more, and nobody is to wait for that.
        if isOver { host.end() }
        ring()
    }

    /// Stops an integration for good; when this returns nothing of it is left.
    /// - Returns: false when it was not run.
    @discardableResult
    package func withdraw(_ id: String) async -> Bool {
        guard let (host, hasBegun, before) = roster.withLock({ $0.remove(id) }) else { return false }
        host.retire()
        if hasBegun { _ = await host.over.wait() } else { host.end() }
        if let before { _ = await before.over.wait() }
        if self.host(id) == nil { _ = sessions.withLock { $0.removeValue(forKey: id) } }
        tools.announcements.send(FleetEvent(integration: id, at: tools.wall(), kind: .withdrawn))
        tools.offers.publish(.offer(integration: id))
        return true
    }

    /// Stops and starts an integration whatever it is at; what went wrong before counts no more.
    /// - Returns: false when it is not run.
    @discardableResult
    package func restart(_ id: String) -> Bool {
        guard let host = host(id) else { return false }
        host.restart()
        return true
    }

    // MARK: How they are

    /// Probes an integration now and waits for the verdict; starts one that waits, is blocked or stopped.
    /// - Returns: the status with the verdict; nil when it is not run.
    package func check(_ id: String) async -> ServerStatus? { await host(id)?.check() }

    /// Where an integration is at; nil when it is not run.
    package func status(of id: String) -> ServerStatus? { host(id)?.status }

    /// Where all are at, by id.
    package func statuses() -> [ServerStatus] {
        roster.withLock { $0.hosts }.sorted { $0.key < $1.key }.map { $0.value.status }
    }

    /// The moment that counts here.
    package var now: Moment { tools.prober.now }

    /// The revision of the status of each by its id: who has shown one already need not ask again for the same.
    package func revisions() -> [String: UInt64] {
        roster.withLock { $0.hosts }.mapValues { $0.state.withLock(\.machine.revision) }
    }

    /// Its tools as it listed them last, in its order; nil when it is not run or never listed them.
    package func tools(of id: String) -> [Tool]? { host(id)?.listedTools }

    /// Says whether its tools are callable where agents look for them: the gateway's word for the third layer.
    package func offered(_ id: String, _ holds: Bool?, detail: String) { host(id)?.offered(holds, detail) }

    /// What changes from now on; bounded, the oldest lost first.
    package func events() -> Subscription<FleetEvent> { tools.announcements.follow() }

    /// The log of an integration that is run, or was since the daemon began; nil for any other.
    package func log(of id: String) -> ServerLog? { logs.log(of: id) }

    /// Calls a tool, once; what comes of it is evidence of the server's health.
    ///
    /// A server that runs on demand is started and waited for. Cancelling the task ends the call and tells the server.
    /// - Returns: the result as it came; one with `isError` set is a result.
    /// - Throws: `CallFailure`.
    package func call(
        _ id: String,
        tool: String,
        arguments: JSONObject,
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async throws(CallFailure) -> Payload {
        try await judgedCall(id, tool: tool, arguments: arguments, options: options, onProgress: onProgress).payload
    }

    /// Calls a tool, and says what the answer was found to mean; nil where it shows nothing about the server.
    package func judgedCall(
        _ id: String,
        tool: String,
        arguments: JSONObject,
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async throws(CallFailure) -> (payload: Payload, meaning: Outcome?) {
        guard let host = host(id) else {
            throw CallFailure(
                code: .unknownIntegration,
                integration: id,
                message: "\(id) is not run here: `openwork list` shows what is"
            )
        }
        return try await host.call(tool, arguments, options, onProgress)
    }

    func host(_ id: String) -> Host? { roster.withLock { $0.hosts[id] } }

    func ring() { bell.withLock { $0 }.fulfil(()) }
}
