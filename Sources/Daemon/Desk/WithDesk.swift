import Glibc
import Install
package import Logging
import MCPConnection
import MCPHTTP
import Probing
import Registry
import Store
import Supervision

/// Opens a home and everything in it, works at the desk, and leaves nothing running.
///
/// Settings are in force and their servers given to the fleet when the body begins. When it ends, servers are stopped in
/// an orderly way; cancelling the task ends the body first.
/// - Parameters:
///   - settings: the home, and how to work in it.
///   - clock: counts everything; it has to go on while the host sleeps.
///   - logger: for the daemon's own log.
///   - body: gets the desk.
/// - Returns: what the body returns.
/// - Throws: `HomeError`, `StoreError`, `VaultError` where the home cannot be opened; what the body throws.
package func withDesk<Value: Sendable, C: Clock<Duration>>(
    _ settings: DeskSettings,
    clock: C,
    logger: Logger,
    _ body: (Desk<C>) async throws -> Value
) async throws -> Value {
    try settings.home.prepare()
    return try await settings.home.hold {
        let store = try SQLiteStore(path: settings.home.database)
        let result: Result<Value, any Error>
        do {
            result = .success(
                try await HTTPPool.with(HTTPPoolSettings(connectionsPerOrigin: 4_096)) { pool in
                    try await guarding(clock) { guardian in
                        let runner = settings.runner ?? ProcessRunner(clock: clock, guardedBy: guardian)
                        let desk = try await makeDesk(settings, store, pool, runner, clock, logger)
                        return try await desk.work(body)
                    }
                }
            )
        } catch {
            result = .failure(error)
        }
        // What was written is on the disk already.
        try? store.close()
        return try result.get()
    }
}

/// Clients of registries do not outlive the daemon either, however it ends.
private func guarding<Value, C: Clock<Duration>>(
    _ clock: C,
    _ body: (ServerGuard?) async throws -> Value
) async throws -> Value {
    let result: Result<Value, any Error>
    do throws(LaunchError) {
        result = try await withServerGuard(clock: clock) { try await body($0) }
    } catch {
        // Without a shell there is no guard; what a client leaves behind is removed at the next start.
        return try await body(nil)
    }
    return try result.get()
}

private func makeDesk<C: Clock<Duration>>(
    _ settings: DeskSettings,
    _ store: SQLiteStore,
    _ pool: HTTPPool,
    _ runner: any CommandRunner,
    _ clock: C,
    _ logger: Logger
) async throws -> Desk<C> {
    let keyFile = VaultKeyFile.choose(home: settings.home.path, environment: settings.environment)
    let vault = try await Vault.open(keyFile, for: store)
    var environment = settings.environment
    environment["PATH"] = await LoginPath.find(
        environment: environment,
        shell: settings.loginShell,
        runner: runner
    )
    let library = InstallLibrary(
        home: settings.home.path,
        store: store,
        installer: Installer(runner: runner, environment: environment),
        keptVersions: settings.keptVersions,
        now: settings.now
    )
    let healing = try await library.heal()
    if !healing.isEmpty {
        logger.warning(
            "installs were mended: \(healing.adopted) kept, \(healing.removed) removed, \(healing.broken) not whole"
        )
    }
    let prober = Prober(
        clock: clock,
        origin: clock.now,
        wallSeconds: { settings.now().milliseconds / 1_000 },
        info: settings.info
    )
    var fleetSettings = settings.fleet
    fleetSettings.logFolder = settings.home.logs
    fleetSettings.runFolder = settings.home.run
    fleetSettings.skillFolder = settings.home.skills
    let fleet = Fleet(
        fleetSettings,
        prober: prober,
        connector: LiveConnector(
            fleetSettings,
            prober: prober,
            exchanger: pool,
            wallSeconds: { Double(settings.now().milliseconds) / 1_000 }
        ),
        store: store,
        wall: settings.now,
        logger: logger
    )
    let parts = Desk<C>.Parts(
        store: store,
        vault: vault,
        keyFile: keyFile,
        fleet: fleet,
        library: library,
        machine: Machine(base: StdioServer.baseEnvironment(from: environment), runner: runner),
        backUpStore: { try store.backUp(to: $0) },
        exchanger: pool
    )
    return Desk(settings, parts, clock: clock, logger: logger)
}

extension Desk {
    fileprivate func work<Value: Sendable>(_ body: (Desk<C>) async throws -> Value) async throws -> Value {
        let result = await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.fleet.run() }
            let result: Result<Value, any Error>
            do {
                try await begin()
                group.addTask { await self.run() }
                result = .success(try await body(self))
            } catch {
                result = .failure(error)
            }
            fleet.shutDown()
            repairSink.finish()
            // Who looks after things has nothing to finish; the fleet ends by itself, in order.
            await group.next()
            group.cancelAll()
            return result
        }
        return try result.get()
    }
}
