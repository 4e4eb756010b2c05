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
    /// What is set meanwhile is sealed with the new key too.
    package func rotateVault() async throws -> UpkeepReport {
        try await turns.take("/vault") {
            try await audited("rotate", nil) {
                do {
                    let count = try await vault.rotate(keyFile, in: store)
                    return UpkeepReport(message: "every secret is sealed with a new key", count: count)
                } catch let error as VaultError {
                    throw Problem(
                        503,
                        "vault_unusable",
                        error.description,
                        fix: "mend the key's file, and rotate again: what is sealed opens as before"
                    )
                }
            }
        }
    }

    /// The copy is made while everything runs on.
    package func backUp() async throws -> UpkeepReport {
        try await turns.take("/backup") {
            try await audited("backup", nil) {
                let stamp = now.text.filter { $0.isNumber || $0 == "T" || $0 == "Z" }
                let file = "\(settings.home.backups)/openwork-\(stamp).db"
                try backUpStore(file)
                return UpkeepReport(
                    message: "settings and history are copied; the key is not: keep \(keyFile.path) elsewhere",
                    file: file
                )
            }
        }
    }

    /// It reads from the store, so that one that is stuck is seen.
    package func readiness() async -> Readiness {
        var faults: [String] = []
        let (isLoaded, isRunning) = memory.withLock { ($0.isLoaded, $0.isRunning) }
        if !isLoaded { faults.append("the registry was not read yet") }
        if !isRunning { faults.append("servers are not looked after yet, or no longer") }
        do {
            _ = try await store.vaultKeys()
        } catch {
            faults.append("the store does not answer: \(error)")
        }
        return Readiness(faults: faults)
    }

    /// Counted by the fleet; nothing is kept for it.
    package func measurements() async -> [Measurement] {
        let statuses = fleet.statuses()
        let configured = memory.withLock { $0.settings.count }
        return [
            Measurement(
                "openwork_configured_integrations",
                .gauge,
                help: "Integrations that have a configuration.",
                value: Double(configured)
            ),
            Measurement(
                "openwork_server_processes",
                .gauge,
                help: "Processes of servers that run now.",
                value: Double(statuses.count { $0.pid != nil })
            ),
            Measurement(
                "openwork_server_starts_total",
                .counter,
                help: "Starts of servers since the daemon began.",
                value: Double(statuses.reduce(0) { $0 + $1.starts })
            ),
            Measurement(
                "openwork_calls_under_way",
                .gauge,
                help: "Calls of tools that have no answer yet.",
                value: Double(statuses.reduce(0) { $0 + $1.callsUnderWay })
            ),
        ]
    }
}
