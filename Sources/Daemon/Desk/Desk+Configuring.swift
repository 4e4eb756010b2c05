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
    /// Everything that is wrong is told at once, before anything is kept; then it is kept, whatever the server says.
    package func configure(_ id: String, _ request: ConfigureRequest) async throws -> Verdict {
        try await changing("configure", id) {
            let entry = try entry(id)
            let start = clock.now
            let stored = try await store.configuration(of: id)
            let installed = try await library.current(of: id)
            let wanted = request.server ?? stored?.server
            let server: IntegrationServer?
            do throws(Problem) {
                server = try await chosen(of: entry, wanted, installed)
            } catch {
                // A server that nobody has is a fault of the request; that none can run here is one of the machine.
                if error.code == "unknown_server" { throw error }
                server = nil
            }
            let check = SettingsCheck(entry, server: server)
            let known = Set(stored.map { Array($0.settings.keys) + Array($0.secrets.keys) } ?? [])
            let faults = check.faults(in: request.environment, given: known)
            guard faults.isEmpty else {
                throw Problem(
                    422,
                    "invalid_settings",
                    "\(faults.count == 1 ? "1 setting" : "\(faults.count) settings") of \(id) cannot be used",
                    fix: faults[0].fix,
                    faults: faults
                )
            }
            var change = ConfigurationChange(values: try sealed(request.environment, of: id, check), isEnabled: true)
            if let server = request.server { change.server = .some(server) }
            try await store.configure(id, change, at: settings.now())
            publish(.configuration, id, ["names": .array(request.environment.keys.sorted().map { .string($0) })])
            return try await verdict(.configured, entry, since: start)
        }
    }

    private func sealed(
        _ values: [String: String?],
        of id: String,
        _ check: SettingsCheck
    ) throws -> [String: ConfigurationChange.Value] {
        var change: [String: ConfigurationChange.Value] = [:]
        for (name, value) in values {
            guard let value, !value.isEmpty else {
                change[name] = .absent
                continue
            }
            let isSecret = check.declared[name]?.isSecret ?? true
            let place = SecretPlace(.setting, id, name)
            change[name] = isSecret ? .sealed(try vault.seal(value, for: place)) : .plain(value)
        }
        return change
    }

    // MARK: Verdicts

    /// Installs what is missing, runs the integration as it is configured now, and probes it.
    func verdict(_ deed: Verdict.Deed, _ entry: Integration, since start: C.Instant) async throws -> Verdict {
        var steps: [String] = []
        let reason = try await fetchIfNeeded(entry, &steps)
        let assignment = try await settle(entry.id, unable: reason)
        return await verdict(deed, entry, assignment, steps, since: start)
    }

    /// Probes an integration that was just given to the fleet.
    func verdict(
        _ deed: Verdict.Deed,
        _ entry: Integration,
        _ assignment: Assignment?,
        _ steps: [String] = [],
        since start: C.Instant
    ) async -> Verdict {
        var steps = steps
        // What stands in the way is a verdict too, and there once the fleet has taken it up.
        let status = assignment == nil ? nil : await fleet.check(entry.id)
        if let status {
            steps += lastWords(of: status)
            if [.connected, .degraded].contains(status.health.state) { await awaitOffer(of: entry.id) }
        }
        let spent = start.duration(to: clock.now)
        let report = report(of: entry, status)
        return masked(Verdict(deed, report, steps: steps, durationMs: Int(spent.milliseconds)))
    }

    /// What a server said that ended or never came up.
    private func lastWords(of status: ServerStatus) -> [String] {
        guard status.health.state != .connected, status.lastOutcome?.outcomeClass == .reach, let exit = status.lastExit
        else { return [] }
        let words = exit.errorLines.filter { $0.contains { !$0.isWhitespace } }.suffix(16).map { "it said: \($0)" }
        return ["its process ended: \(exit.text)"] + words
    }

    /// A verdict in which no secret of its integration can stand, whatever a server says.
    private func masked(_ verdict: Verdict) -> Verdict {
        guard let mask = memory.withLock({ $0.masks[verdict.status.id] }), !mask.isEmpty else { return verdict }
        var verdict = verdict
        verdict.steps = verdict.steps.map { mask.masked($0) }
        return verdict
    }
}
