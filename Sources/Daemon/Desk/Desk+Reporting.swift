package import DaemonAPI
import Gateway
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
    /// Told as the status is: from memory and by the fleet.
    package func integrations() async throws -> [IntegrationReport] {
        let statuses = Dictionary(fleet.statuses().map { ($0.id, $0) }) { first, _ in first }
        let offers = offers()
        return registry.integrations.map { details(of: $0, statuses[$0.id], offers) }
    }

    /// Names of settings only, never their values.
    package func integration(_ id: String) async throws -> IntegrationReport {
        details(of: try entry(id), fleet.status(of: id))
    }

    /// The history outlives the daemon; the state does not: it is proven anew after each start.
    package func health(_ id: String, since start: Timestamp?, limit: Int) async throws -> HealthHistory {
        let entry = try entry(id)
        let since = WallTime(milliseconds: start?.milliseconds ?? 0)
        let changes = try await store.healthChanges(of: id, since: since, limit: limit)
        let contacts = try await store.contacts(of: id, since: since)
        return HealthHistory(
            now: report(of: entry, fleet.status(of: id)),
            changes: changes.map { HealthHistory.Change($0) },
            contacts: contacts.map { span in
                HealthHistory.Span(
                    start: Timestamp(milliseconds: span.start.milliseconds),
                    seconds: Int(span.width.rawValue / 1_000),
                    counts: span.counts,
                    meanMs: span.meanLatency.map { Int($0.milliseconds) }
                )
            }
        )
    }

    // MARK: One integration

    /// The row of an integration; where the fleet does not run it, why that is so.
    func report(
        of entry: Integration,
        _ status: ServerStatus?,
        _ offers: OfferBook? = nil
    ) -> IntegrationStatus {
        let (known, mask) = memory.withLock { ($0.settings[entry.id], $0.masks[entry.id]) }
        var health: HealthReport
        if let status, known?.isEnabled ?? false {
            health = HealthReport(status.health, of: entry.id, at: now)
            let (holds, detail) = (offers ?? self.offers()).effective(entry.id)
            health.layers.effective = LayersReport.Layer(holds, detail, at: now)
        } else {
            health = idle(entry, known)
        }
        if let mask, !mask.isEmpty {
            health.reason.message = mask.masked(health.reason.message)
            health.reason.evidence = health.reason.evidence.map { mask.masked($0) }
        }
        return IntegrationStatus(
            id: entry.id,
            name: entry.name,
            tier: entry.tier?.rawValue,
            isEnabled: known?.isEnabled ?? false,
            health: health
        )
    }

    /// The health of what does not run.
    private func idle(_ entry: Integration, _ known: DeskMemory.Settings?) -> HealthReport {
        let since = Timestamp(milliseconds: memory.withLock(\.startedAt).milliseconds)
        let required = entry.preferredServer.map { entry.configSchema(of: $0) } ?? entry.configSchema
        let names = required.filter { $0.isRequired && $0.usual == nil }.map(\.name)
        let lacking = names.filter { !(known?.names.contains($0) ?? false) }
        let reason =
            switch known?.isEnabled {
            case nil:
                ReasonReport(
                    code: "not_configured",
                    message: "nobody has configured it",
                    action: wantsLogin(entry)
                        ? "openwork login \(entry.id)"
                        : lacking.isEmpty
                            ? "openwork enable \(entry.id)"
                            : "openwork configure \(entry.id) \(lacking.map { "\($0)=…" }.joined(separator: " "))",
                    seenAt: since
                )
            case true?:
                ReasonReport(
                    code: "never_checked",
                    message: "it was not looked at yet",
                    action: "openwork test \(entry.id)",
                    seenAt: since
                )
            case false?:
                ReasonReport(
                    code: "disabled",
                    message: "it is switched off",
                    action: "openwork enable \(entry.id)",
                    seenAt: since
                )
            }
        let configured = LayersReport.Layer(
            lacking.isEmpty,
            lacking.isEmpty ? "all required settings have a value" : "missing: \(lacking.joined(separator: ", "))",
            at: now
        )
        return HealthReport(
            state: .unknown,
            since: since,
            reason: reason,
            layers: LayersReport(configured: configured)
        )
    }

    func details(
        of entry: Integration,
        _ status: ServerStatus?,
        _ offers: OfferBook? = nil
    ) -> IntegrationReport {
        let (known, installs, chosen, registry) = memory.withLock { memory in
            (
                memory.settings[entry.id], memory.installs[entry.id] ?? [], memory.servers[entry.id], memory.registry
            )
        }
        let server = chosen.flatMap { entry.server($0) } ?? entry.preferredServer
        var report = IntegrationReport(status: report(of: entry, status, offers))
        report.summary = entry.summary
        report.isCustom = !registry.isAsShipped(entry.id)
        report.roles = registry.roles.filter { $0.integrations.contains(entry.id) }.map(\.id)
        let fields = server.map { entry.configSchema(of: $0) } ?? entry.configSchema
        report.fields = fields.map { FieldReport($0, isSet: known?.names.contains($0.name) ?? false) }
        report.servers = entry.servers.map { ServerOffer($0, isChosen: $0.id == chosen) }
        report.revision = known?.revision
        report.process = status?.phase.name
        report.processID = status?.pid.map { Int($0) }
        let listed = fleet.tools(of: entry.id).map { $0.map(\.name) }
        report.tools = listed ?? server.map { entry.listedTools(of: $0).map(\.name) } ?? []
        if let current = installs.first(where: \.row.isCurrent) {
            let own = entry.servers.first { current.isVersion(of: $0) }
            report.install = InstallReport(
                server: own?.id ?? current.row.kind,
                version: current.version,
                at: Timestamp(milliseconds: current.row.installedAt.milliseconds),
                previous: installs.first { !$0.row.isCurrent }?.version
            )
        }
        return report
    }
}
