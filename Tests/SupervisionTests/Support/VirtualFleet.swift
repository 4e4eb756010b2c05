import Health
import Logging
import MCP
import MCPConnection
import Probing
import Simulation
import Store
import Supervision

/// A fleet of pretended servers in virtual time.
struct VirtualFleet: Sendable {
    let clock: VirtualClock
    let start: VirtualClock.Instant
    let fleet: Fleet<VirtualClock>
    let history: MemoryHistory
    let vendors: [String: PretendedVendor]

    /// Since the fleet began.
    var seconds: Int { Int(clock.now.offset / .seconds(1)) }

    /// Waits until so long after the beginning.
    func wait(untilSecond second: Double) async {
        // Nobody cancels this.
        try? await clock.sleep(until: start.advanced(by: .seconds(second)), tolerance: nil)
    }

    /// Runs one for the body; the fleet has been shut down when it returns.
    static func with<Value: Sendable>(
        _ ids: [String],
        history: MemoryHistory = MemoryHistory(),
        _ body: @escaping @Sendable (VirtualFleet) async throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error> = await withVirtualTime { clock in
            let prober = Prober(
                clock: clock,
                origin: clock.now,
                wallSeconds: { 1_000_000 + Int64(clock.now.offset / .seconds(1)) },
                info: Implementation(name: "test", version: "1")
            )
            let vendors = Dictionary(uniqueKeysWithValues: ids.map { ($0, PretendedVendor()) })
            let fleet = Fleet(
                prober: prober,
                connector: MemoryConnector(prober: prober, vendors: vendors),
                store: history,
                wall: { WallTime(milliseconds: 1_000_000_000 + clock.now.offset.milliseconds) },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                chance: { 0 }
            )
            let world = VirtualFleet(clock: clock, start: clock.now, fleet: fleet, history: history, vendors: vendors)
            return await withTaskGroup(of: Void.self) { group in
                group.addTask { await fleet.run() }
                let result: Result<Value, any Error>
                do { result = .success(try await body(world)) } catch { result = .failure(error) }
                fleet.shutDown()
                await group.waitForAll()
                return result
            }
        }
        return try result.get()
    }

    /// When it changed to what, and why, as the history has it.
    func story(of id: String) -> [Chapter] {
        history.changes(of: id).map { change in
            Chapter(
                second: Int((change.at.milliseconds - 1_000_000_000) / 1_000),
                state: change.to,
                code: change.code
            )
        }
    }
}

/// One change of state, in short.
struct Chapter: Hashable, Sendable, CustomStringConvertible {
    var second: Int
    var state: HealthState
    var code: String

    var description: String { "\(second) s: \(state.rawValue) (\(code))" }
}
