import DaemonAPI
import Health
import Install
import JSON
import Logging
import MCP
import MCPAuthorization
import MCPHTTP
import Redaction
import Registry
import Store
import Supervision
import Synchronization

/// Does what callers ask of the daemon: keeps settings, installs, runs and watches, and says how everything is.
///
/// Made by `withDesk`. Requests about one integration are done one after another; others do not wait for them.
package final class Desk<C: Clock<Duration>>: DaemonService {
    /// Closed when the desk is, so that nobody waits for more.
    package let events: EventHub
    let settings: DeskSettings
    let store: any Store
    let vault: Vault
    let keyFile: VaultKeyFile
    let fleet: Fleet<C>
    let library: InstallLibrary
    let machine: Machine
    let clock: C
    let logger: Logger
    let backUpStore: @Sendable (String) throws -> Void
    let exchanger: any HTTPExchanger
    let turns = Turns()
    let turnstiles = TurnstileTable()
    let hooks = Mutex(HookLedger())
    /// Another one for each life of a desk: two on one store never take each other's log-ins for their own.
    let loginHolder: String
    /// Scheme, host and port at which browsers reach the daemon.
    let publicAddress = Mutex("http://127.0.0.1:18800")
    let served = RoleRoster()
    let trail: AuditTrail
    let unreviewed = ReviewQueue()
    /// The tokens by which agents show that they may use an endpoint.
    package let tokens = RoleTokens()
    let memory: Mutex<DeskMemory>
    let board = StatusBoard()
    private let loader: Mutex<RegistryLoader>
    /// What the fleet tells, from before it was told anything.
    let news: Subscription<FleetEvent>
    /// Ids of integrations whose server has to be fetched before they can run.
    let repairs: AsyncStream<String>
    let repairSink: AsyncStream<String>.Continuation

    /// Parts that are made elsewhere, each alive for as long as the desk.
    struct Parts {
        let store: any Store
        let vault: Vault
        let keyFile: VaultKeyFile
        let fleet: Fleet<C>
        let library: InstallLibrary
        let machine: Machine
        let backUpStore: @Sendable (String) throws -> Void
        let exchanger: any HTTPExchanger
    }

    init(_ settings: DeskSettings, _ parts: Parts, clock: C, logger: Logger) {
        events = EventHub()
        self.settings = settings
        store = parts.store
        vault = parts.vault
        keyFile = parts.keyFile
        fleet = parts.fleet
        news = parts.fleet.events()
        library = parts.library
        machine = parts.machine
        backUpStore = parts.backUpStore
        exchanger = parts.exchanger
        loginHolder = "login \(UInt64.random(in: .min ... .max))"
        self.clock = clock
        self.logger = logger
        trail = AuditTrail(now: settings.now)
        memory = Mutex(DeskMemory(startedAt: settings.now()))
        loader = Mutex(
            RegistryLoader(
                shipped: settings.shipped,
                userFile: settings.home.registryFile,
                userRoles: settings.home.roles
            )
        )
        (repairs, repairSink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(4_096))
    }

    /// The loader as it is: whoever watches the files does so with a copy.
    var registryLoader: RegistryLoader { loader.withLock { $0 } }

    /// Reads the registry; only within the turn of the registry.
    func loadRegistry() -> RegistrySnapshot {
        var copy = loader.withLock { $0 }
        let snapshot = copy.load()
        loader.withLock { $0 = copy }
        return snapshot
    }

    var registry: RegistrySnapshot { memory.withLock(\.registry) }

    var now: Timestamp { Timestamp(milliseconds: settings.now().milliseconds) }

    /// The entry with an id.
    /// - Throws: a problem that names the nearest.
    func entry(_ id: String) throws(Problem) -> Integration {
        let registry = registry
        if let entry = registry[id] { return entry }
        if let fault = registry.faults.first(where: { $0.subject == id && $0.severity == .error }) {
            throw Problem(
                404,
                "faulty_entry",
                "the entry of \(id) cannot be used, \(fault.file):\(fault.line): "
                    + "\(fault.path.tokens.isEmpty ? "it" : fault.path.fieldPath) \(fault.fault)",
                fix: fault.fix
            )
        }
        throw Problem(
            404,
            "unknown_integration",
            "there is no integration \(id)",
            fix: registry.nearest(to: id).map { "did you mean \($0)?" }
                ?? "see GET /api/integrations, or add it to \(settings.home.registryFile)"
        )
    }

    func publish(_ kind: EventMessage.Kind, _ integration: String?, _ details: JSONObject = [:]) {
        events.publish(EventMessage(kind, integration: integration, details: details, at: now))
    }

    /// Does something to an integration in its turn, and keeps a row of it for the audit.
    func changing<Value>(
        _ action: String,
        _ id: String,
        _ body: () async throws -> Value
    ) async throws -> Value {
        try await turns.take(id) { try await audited(action, id, body) }
    }

    /// Keeps a row of what was done, and of how it ended; no value of a setting is in it.
    func audited<Value>(
        _ action: String,
        _ id: String?,
        tool: String? = nil,
        outcome: (Value) -> String = { _ in "ok" },
        _ body: () async throws -> Value
    ) async throws -> Value {
        let start = clock.now
        func keep(_ outcome: String) async throws {
            var row = AuditRow(at: settings.now(), action: action, party: AuditParty.current, outcome: outcome)
            row.integration = id
            row.tool = tool
            row.duration = start.duration(to: clock.now)
            try await store.audit([row])
        }
        let value: Value
        do {
            value = try await body()
        } catch {
            // The first fault is the one to tell.
            try? await keep((error as? Problem)?.code ?? "failed")
            throw error
        }
        try await keep(outcome(value))
        return value
    }
}
