package import DaemonAPI
import Health
import JSON
import Registry
import Store

extension Desk {
    /// What was done; a page begins before a position that the page before told.
    package func audit(integration: String?, before: Int64?, limit: Int) async throws -> AuditReport {
        let query = AuditQuery(integration: integration, before: before, limit: limit)
        let page = try await store.auditPage(query)
        let rows = page.rows.map { row in
            var report = AuditReport.Row(
                at: Timestamp(milliseconds: row.at.milliseconds),
                action: row.action,
                party: row.party,
                outcome: row.outcome
            )
            report.integration = row.integration
            report.tool = row.tool
            report.durationMs = row.duration.map { Int($0.milliseconds) }
            return report
        }
        return AuditReport(rows: rows, next: page.next)
    }

    /// Changes of state of all integrations, the newest first.
    package func changes(limit: Int) async throws -> [ChangeReport] {
        var all: [ChangeReport] = []
        for entry in registry.integrations {
            let own = try await store.healthChanges(of: entry.id, since: WallTime(milliseconds: 0), limit: limit)
            all += own.map { ChangeReport(integration: entry.id, change: HealthHistory.Change($0)) }
        }
        return Array(all.sorted { $0.change.at.milliseconds > $1.change.at.milliseconds }.prefix(limit))
    }

    /// The last contacts of every integration that had any since a day ago.
    package func latencies(points: Int) async throws -> [LatencyTrend] {
        let since = WallTime(milliseconds: settings.now().milliseconds - 86_400_000)
        var trends: [LatencyTrend] = []
        for entry in registry.integrations {
            let spans = try await store.contacts(of: entry.id, since: since)
            guard !spans.isEmpty else { continue }
            let points = spans.suffix(points).map { span in
                LatencyTrend.Point(
                    at: Timestamp(milliseconds: span.start.milliseconds),
                    meanMs: span.meanLatency.map { Int($0.milliseconds) },
                    contacts: span.counts.values.reduce(0, +),
                    good: span.counts["good"] ?? 0
                )
            }
            trends.append(LatencyTrend(integration: entry.id, points: points))
        }
        return trends
    }

    /// What the reports in the home's folder for them say.
    package func conformance() async throws -> [ConformanceSummary] {
        ConformanceShelf(folder: settings.home.conformance).summaries()
    }
}

extension HealthHistory.Change {
    /// As the store has it; its evidence was redacted when it was kept.
    init(_ change: StoredHealthChange) {
        self.init(
            at: Timestamp(milliseconds: change.at.milliseconds),
            from: change.from,
            to: change.to,
            code: change.code,
            message: change.message
        )
        evidence = change.evidence
    }
}
