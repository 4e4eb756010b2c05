import DaemonAPI
import Gateway
import MCP
import MCPConnection
package import MCPHTTP
import Registry
import Store
import Supervision
import Synchronization
import Wording

extension Desk {
    /// Served as long as the role is there, whoever comes and goes behind it.
    package func endpoint(of role: String) async throws -> MCPEndpoint {
        if let served = served[role] { return served.endpoint }
        _ = try self.role(role)
        throw unserved(role)
    }

    /// Ends sessions and subscriptions in order at a graceful shutdown.
    package func serveEndpoints() async {
        await served.forEach { role in
            // It throws nothing of its own: it ends with its task or with the role.
            try? await role.endpoint.run()
        }
    }

    /// Keeps the catalogue of each role true until the task is cancelled.
    func runRoles() async {
        let changes = fleet.changes()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.served.forEach { await $0.gateway.run() } }
            var lost = fleet.changesLost
            for await change in changes {
                for role in served.all { role.upstreams.take(change) }
                guard fleet.changesLost != lost else { continue }
                lost = fleet.changesLost
                for role in served.all { role.upstreams.refresh() }
            }
            group.cancelAll()
        }
    }

    /// Serves the roles that there are now, each with the integrations it has now.
    func settleRoles() {
        let roles = registry.roles
        served.set(roles.map(\.id)) { id in
            let upstreams = RoleUpstreams(fleet, members: [])
            let gateway = RoleGateway(role: id, upstreams: upstreams, clock: clock)
            var endpoint = gateway.endpointSettings()
            endpoint.gate = settings.gate
            return ServedRole(
                id: id,
                upstreams: upstreams,
                gateway: gateway,
                endpoint: MCPEndpoint(endpoint, clock: clock)
            )
        }
        for role in roles { served[role.id]?.upstreams.set(Set(members(of: role).map(\.integration))) }
    }

    private func unserved(_ role: String) -> Problem {
        Problem(503, "not_ready", "the endpoint of \(role) is not open yet", fix: "try again in a moment")
    }
}
