import DaemonAPI
import Health
import Install
import JSON
import Logging
import MCP
import Redaction
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// Reads everything and runs what is configured; returns once the fleet has been told.
    func begin() async throws {
        for stored in try await store.configurations() {
            memory.withLock { $0.settings[stored.integration] = DeskMemory.Settings(stored) }
        }
        for id in try await store.installedIntegrations() {
            let versions = try await library.versions(of: id)
            memory.withLock { $0.installs[id] = versions }
        }
        let roles = try await store.roleAssignments()
        let rules = try await store.roleRules()
        memory.withLock { ($0.roles, $0.rules) = (roles, rules) }
        tokens.set(try await store.roleTokens())
        try await turns.take("/registry") { try await apply(loadRegistry()) }
        announceReadiness()
    }

    /// Looks after everything until the task is cancelled or the desk is closed.
    func run() async {
        memory.withLock { $0.isRunning = true }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.tell() }
            group.addTask { await self.runRoles() }
            group.addTask { await self.repair() }
            group.addTask { await self.tidy() }
            group.addTask { await self.watchRegistry() }
        }
        memory.withLock { $0.isRunning = false }
        events.close()
    }

    /// Publishes what the fleet tells.
    private func tell() async {
        for await event in news {
            switch event.kind {
            case .health(let change):
                let mask = memory.withLock { $0.masks[event.integration] }
                let reason = change.reason.json(for: event.integration, at: change.at)
                publish(
                    .state,
                    event.integration,
                    [
                        "from": .string(change.from.rawValue), "to": .string(change.to.rawValue),
                        "reason": mask?.masked(reason) ?? reason,
                    ]
                )
                announceReadiness()
            case .assigned:
                tellStanding(of: event.integration)
            case .phase, .tools, .withdrawn:
                break
            }
        }
    }

    /// Fetches servers that are configured and not here, one after another.
    private func repair() async {
        for await id in repairs {
            do {
                try await turns.take(id) {
                    guard let entry = registry[id], fleet.status(of: id)?.pid == nil else { return }
                    var steps: [String] = []
                    let reason = try await fetchIfNeeded(entry, &steps)
                    try await settle(id, unable: reason)
                }
            } catch {
                logger.warning("\(id) could not be installed: \(error)")
            }
        }
    }

    /// Rolls up what is old, once an hour, if no other daemon on the same store does.
    private func tidy() async {
        while true {
            do {
                try await clock.sleep(for: .seconds(3_600))
            } catch {
                // Only cancellation ends a sleep.
                return
            }
            do {
                let now = settings.now()
                guard try await store.takeLease("tidy", for: settings.fleet.holder, lasting: .seconds(3_000), at: now)
                else { continue }
                try await store.rollUpHealth(settings.retention, at: now)
                try await store.trimAudit(before: now.advanced(by: .seconds(-400 * 86_400)), keepingAtMost: 1_000_000)
            } catch {
                logger.warning("what is old could not be rolled up: \(error)")
            }
        }
    }

    /// Reads the user's files again whenever they have changed.
    private func watchRegistry() async {
        let watcher = RegistryWatcher(clock: clock, interval: settings.registryInterval)
        await watcher.run(registryLoader) { _ in
            do {
                // Read anew within the turn, so that an older reading never follows a newer one.
                try await turns.take("/registry") { try await apply(loadRegistry()) }
            } catch {
                logger.warning("the registry could not be taken over: \(error)")
            }
        }
    }
}
