import Gateway
import MCPConnection
import MCPHTTP

/// The endpoint of one role, with everything behind it.
final class ServedRole: Sendable {
    let id: String
    let upstreams: RoleUpstreams
    let gateway: RoleGateway
    let endpoint: MCPEndpoint
    /// Fired when there is no such role any more.
    let isOver = OneShot<Void>()

    init(id: String, upstreams: RoleUpstreams, gateway: RoleGateway, endpoint: MCPEndpoint) {
        self.id = id
        self.upstreams = upstreams
        self.gateway = gateway
        self.endpoint = endpoint
    }
}
