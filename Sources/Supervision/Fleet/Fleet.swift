package import Health
package import JSON
package import Logging
package import MCP
package import Probing
package import Store
import Synchronization

/// All servers that this daemon runs: starts and stops them, looks after their health, and calls their tools.
///
/// Everything runs inside `run`; assignments that are made before wait for it.
package final class Fleet<C: Clock<Duration>>: Sendable {
    let settings: FleetSettings
    let prober: Prober<C>
    let connector: any ServerConnector
    let store: any HealthStore & LeaseStore
    let wall: @Sendable () -> WallTime
    let logger: Logger
    let announcements = Broadcast<FleetEvent>()
    private let assignments = Mutex<[String: Assignment]>([:])

    /// A fleet without servers.
    /// - Parameters:
    ///   - prober: makes contacts; its clock counts everything here, and has to go on while the host sleeps.
    ///   - connector: makes connections, usually a `LiveConnector`.
    ///   - store: keeps the history.
    ///   - wall: the time for people.
    package init(
        _ settings: FleetSettings = FleetSettings(),
        prober: Prober<C>,
        connector: any ServerConnector,
        store: any HealthStore & LeaseStore,
        wall: @escaping @Sendable () -> WallTime,
        logger: Logger
    ) {
        self.settings = settings
        self.prober = prober
        self.connector = connector
        self.store = store
        self.wall = wall
        self.logger = logger
    }

    /// Runs everything until `shutDown` or the cancellation of the task; returns when no process is left.
    package func run() async {}

    /// Stops all servers in an orderly way, and lets `run` return.
    package func shutDown() {}

    /// Runs an integration as it is described; one that runs already is stopped first. Returns when that has begun.
    package func assign(_ assignment: Assignment) async {
        assignments.withLock { $0[assignment.id] = assignment }
    }

    /// Stops an integration for good; when this returns nothing of it is left.
    /// - Returns: false when it was not run.
    @discardableResult
    package func withdraw(_ id: String) async -> Bool {
        assignments.withLock { $0.removeValue(forKey: id) } != nil
    }

    /// Stops and starts an integration whatever it is at; what went wrong before counts no more.
    /// - Returns: false when it is not run.
    package func restart(_ id: String) async -> Bool { false }

    /// Probes an integration now and waits for the verdict; starts one that waits, is blocked or stopped.
    /// - Returns: the status with the verdict; nil when it is not run.
    package func check(_ id: String) async -> ServerStatus? { nil }

    /// Where an integration is at; nil when it is not run.
    package func status(of id: String) -> ServerStatus? { nil }

    /// Where all are at, by id.
    package func statuses() -> [ServerStatus] { [] }

    /// Its tools as it listed them last, in its order; nil when it is not run or never listed them.
    package func tools(of id: String) -> [Tool]? { nil }

    /// Says whether its tools are callable where agents look for them: the gateway's word for the third layer.
    package func offered(_ id: String, _ holds: Bool?, detail: String) {}

    /// Calls a tool; what comes of it is evidence of the server's health. Nothing is ever sent twice.
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
        throw CallFailure(code: .unknownIntegration, integration: id, message: "\(id) is not run here")
    }

    /// What changes from now on; bounded, the oldest lost first.
    package func events() -> Subscription<FleetEvent> { announcements.follow() }

    /// The log of an integration; nil when it is not run.
    package func log(of id: String) -> ServerLog? { nil }
}
