package import DaemonAPI
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
    /// One that needs no settings can be enabled without ever being configured.
    package func enable(_ id: String) async throws -> Verdict {
        try await changing("enable", id) {
            let start = clock.now
            let entry = try entry(id)
            try await store.configure(id, ConfigurationChange(isEnabled: true), at: settings.now())
            publish(.registry, id, ["enabled": true])
            return try await verdict(.enabled, entry, since: start)
        }
    }

    /// Its settings stay; when this returns nothing of it runs.
    package func disable(_ id: String) async throws -> Verdict {
        try await changing("disable", id) {
            let start = clock.now
            let entry = try entry(id)
            try await store.configure(id, ConfigurationChange(isEnabled: false), at: settings.now())
            publish(.registry, id, ["enabled": false])
            return await verdict(.disabled, entry, try await settle(id), since: start)
        }
    }

    /// Everything is looked at anew, also which of its servers can run here.
    package func restart(_ id: String) async throws -> Verdict {
        try await changing("restart", id) {
            let start = clock.now
            let entry = try running(id)
            // Programs may have come meanwhile, so everything is looked at anew.
            machine.forget()
            return try await verdict(.restarted, entry, since: start)
        }
    }

    /// One that could not be started is tried again.
    package func test(_ id: String) async throws -> Verdict {
        try await turns.take(id) {
            let start = clock.now
            let entry = try running(id)
            // What was in the way of one that could not be started may be gone.
            if memory.withLock({ $0.obstructed[id] }) ?? true {
                return try await verdict(.tested, entry, since: start)
            }
            let checked = await fleet.check(id)
            let spent = start.duration(to: clock.now)
            return Verdict(.tested, report(of: entry, checked), durationMs: Int(spent.milliseconds))
        }
    }

    /// The entry of an integration that is to run.
    private func running(_ id: String) throws(Problem) -> Integration {
        let entry = try entry(id)
        let isEnabled = memory.withLock { $0.settings[id]?.isEnabled }
        guard isEnabled != true else { return entry }
        throw Problem(
            409,
            isEnabled == nil ? "not_configured" : "disabled",
            "\(id) is \(isEnabled == nil ? "not configured" : "switched off")",
            fix: isEnabled == nil ? "openwork configure \(id)" : "openwork enable \(id)"
        )
    }
}
