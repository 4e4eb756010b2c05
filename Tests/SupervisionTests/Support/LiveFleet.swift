import Glibc
import Health
import JSON
import Logging
import MCP
import MCPConnection
import MCPHTTP
import MockMCP
import Probing
import Registry
import Store
import Supervision
import TestSupport
import Testing

/// A fleet of real processes on the real clock.
struct LiveFleet: Sendable {
    let fleet: Fleet<ContinuousClock>
    let history: MemoryHistory
    let folder: String
    let connector: LiveConnector<ContinuousClock>

    /// Runs one for the body; when it returns, the fleet has been shut down.
    static func with<Value: Sendable>(
        history: MemoryHistory = MemoryHistory(),
        _ body: @escaping @Sendable (LiveFleet) async throws -> Value
    ) async throws -> Value {
        try await withTemporaryFolder { folder in
            let clock = ContinuousClock()
            let start = clock.now
            let prober = Prober(
                clock: clock,
                origin: start,
                wallSeconds: { 1_000_000 },
                info: Implementation(name: "test", version: "1")
            )
            var settings = FleetSettings(logFolder: folder, runFolder: folder)
            settings.writeEvery = .milliseconds(20)
            let connector = LiveConnector(settings, prober: prober, exchanger: NoExchanger()) { 1_000_000 }
            let fleet = Fleet(
                settings,
                prober: prober,
                connector: connector,
                store: history,
                wall: { WallTime(milliseconds: 1_000_000_000 + start.duration(to: clock.now).milliseconds) },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            let world = LiveFleet(fleet: fleet, history: history, folder: folder, connector: connector)
            let result: Result<Value, any Error> = await withTaskGroup(of: Void.self) { group in
                group.addTask { await fleet.run() }
                let result: Result<Value, any Error>
                do { result = .success(try await body(world)) } catch { result = .failure(error) }
                fleet.shutDown()
                await group.waitForAll()
                return result
            }
            return try result.get()
        }
    }

    /// Calls a tool without arguments; nil when it had a result.
    func call(_ id: String, _ tool: String) async -> CallFailure? {
        do throws(CallFailure) {
            _ = try await fleet.call(id, tool: tool, arguments: [:])
            return nil
        } catch {
            return error
        }
    }

    /// The next status that fits, from now on; whoever calls this has a time limit.
    func status(of id: String, when fits: (ServerStatus) -> Bool) async throws -> ServerStatus {
        let events = fleet.events()
        if let status = fleet.status(of: id), fits(status) { return status }
        for await event in events where event.integration == id {
            if let status = fleet.status(of: id), fits(status) { return status }
        }
        throw CancellationError()
    }

    /// The states of health that an integration goes through from now on, until one of them.
    func states(of id: String, until last: HealthState, in events: Subscription<FleetEvent>) async -> [HealthState] {
        var states: [HealthState] = []
        for await event in events where event.integration == id {
            guard case .health(let change) = event.kind else { continue }
            states.append(change.to)
            if change.to == last { break }
        }
        return states
    }
}

extension Assignment {
    /// The mock as a process, with its sample tools; its clock proves the credential.
    static func mock(
        _ id: String,
        faults: [String] = [],
        policy: HealthPolicy = .quick,
        restarts: RestartPolicy = .quick,
        limits: ResourceLimits = ResourceLimits(),
        mode: ServerLifecycle.Mode = .eager
    ) throws -> Assignment {
        let mock = try #require(BuiltProduct.path(of: "openwork-mock"))
        // A fault that is misspelt would make the mock end, which looks like one of them.
        for fault in faults { _ = try MockServer.sample.failing(fault) }
        return try process(
            id,
            mock,
            faults.flatMap { ["--fault", $0] },
            probe: "clock",
            policy: policy,
            restarts: restarts,
            limits: limits,
            mode: mode
        )
    }

    /// Any program as a server.
    static func process(
        _ id: String,
        _ executable: String,
        _ arguments: [String],
        probe: String,
        policy: HealthPolicy = .quick,
        restarts: RestartPolicy = .quick,
        limits: ResourceLimits = ResourceLimits(),
        mode: ServerLifecycle.Mode = .eager
    ) throws -> Assignment {
        var server = IntegrationServer(.command)
        server.executable = executable
        server.arguments = arguments
        var entry = Integration.sample(id, server: server)
        entry.probe = Probe(probe)
        let configuration = ["API_KEY": "sk-live-canary-0815"]
        let base = StdioServer.baseEnvironment(from: inheritedEnvironment())
        return Assignment(
            entry,
            server: server,
            plan: try LaunchPlan(
                for: entry,
                configuration: configuration,
                on: Capabilities(baseEnvironment: base)
            ),
            configuration: configuration,
            mode: mode,
            restarts: restarts,
            policy: policy,
            limits: limits
        )
    }
}

extension HealthPolicy {
    /// Confirms in no time, and is patient with a busy machine.
    static var quick: HealthPolicy {
        var policy = HealthPolicy()
        policy.confirmEvery = .milliseconds(200)
        policy.startTimeLimit = .seconds(50)
        policy.slowLimit = .seconds(40)
        return policy
    }
}

extension RestartPolicy {
    /// Restarts in no time.
    static var quick: RestartPolicy { RestartPolicy(firstPause: .milliseconds(50), longestPause: .seconds(1)) }
}

/// Nobody is reached over HTTP here.
private struct NoExchanger: HTTPExchanger {
    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply { throw .abandoned }
}

/// Whether a process runs; a zombie does not.
func runs(_ pid: Int32) -> Bool {
    let line = text(of: "/proc/\(pid)/stat")
    guard let close = line.lastIndex(of: ")") else { return false }
    return line[close...].dropFirst(2).first != "Z"
}
