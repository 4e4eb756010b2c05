import DaemonAPI
import Gateway
import Logging
import MCP
import MCPConnection
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// Served as long as the role is there, whoever comes and goes behind it.
    package func endpoint(of role: String) async throws -> RoleEndpoint {
        if let served = served[role] { return served.endpoint }
        _ = try self.role(role)
        throw unserved(role)
    }

    /// Ends sessions and subscriptions in order at a graceful shutdown.
    package func serveEndpoints() async {
        await served.forEach { await $0.endpoint.run() }
    }

    /// Keeps the catalogue of each role true until the task is cancelled.
    func runRoles() async {
        let changes = fleet.changes()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.served.forEach { await $0.gateway.run() } }
            group.addTask { await self.served.forEach { await self.tellStandings(of: $0) } }
            group.addTask { await self.unreviewed.forEach { await self.review($0) } }
            group.addTask { await self.writeTrail() }
            for await change in changes {
                if case .offer(let id) = change { unreviewed.add(id) }
                for role in served.all { role.upstreams.take(change) }
            }
            group.cancelAll()
        }
    }

    /// Serves the roles that there are now, each with the integrations and rules it has now.
    func settleRoles() {
        // Two may settle at once, and who began with the older approvals may end last: then it is done again.
        var revision: Int
        repeat {
            revision = memory.withLock(\.approvalsRevision)
            settleRolesOnce()
        } while revision != memory.withLock(\.approvalsRevision)
    }

    private func settleRolesOnce() {
        let roles = registry.roles
        served.set(roles.map(\.id)) { makeRole($0) }
        // Shared: they hold the definition of every tool.
        let (all, reviewed) = (approvals(wantingReview: false), approvals(wantingReview: true))
        for role in roles {
            guard let served = served[role.id] else { continue }
            served.upstreams.set(Set(members(of: role).map(\.integration)))
            let rules = rules(of: role)
            served.govern(RolePolicy(rules), rules.approval == .review ? reviewed : all)
        }
    }

    private func makeRole(_ id: String) -> ServedRole {
        let upstreams = RoleUpstreams(fleet, members: [])
        let trail = trail
        let gateway = RoleGateway(role: id, upstreams: upstreams, clock: clock) { row in
            let party = row.caller.isEmpty ? "role \(id)" : "role \(id), \(row.caller)"
            trail.add(action: row.method, party: party, outcome: row.outcome.word) { entry in
                entry.integration = row.target.integration
                entry.tool = row.target.name
                entry.duration = row.duration
                entry.argumentsHash = row.argumentHash
                entry.trace = row.trace.text
            }
        }
        let endpoint = RoleEndpoint(gateway, hosts: settings.hosts, tokens: tokens, clock: clock)
        return ServedRole(id: id, upstreams: upstreams, gateway: gateway, endpoint: endpoint)
    }

    private func unserved(_ role: String) -> Problem {
        Problem(503, "not_ready", "the endpoint of \(role) is not open yet", fix: "try again in a moment")
    }

    // MARK: Audit

    /// Writes down what agents called, many rows in one transaction.
    private func writeTrail() async {
        while (try? await clock.sleep(for: .seconds(1))) != nil { await writeTrailNow() }
        // Shielded: what is known is written down although the task was cancelled.
        await Task { await self.writeTrailNow() }.value
    }

    func writeTrailNow() async {
        let (rows, lost) = trail.take()
        if lost > 0 { logger.warning("\(lost) rows of the audit were lost: calls came faster than they are written") }
        guard !rows.isEmpty else { return }
        do {
            try await store.audit(rows)
        } catch {
            logger.warning("\(rows.count) rows of the audit could not be written: \(error)")
        }
    }
}
