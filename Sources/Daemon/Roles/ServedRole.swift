import Gateway
import MCPConnection
import Synchronization

/// The endpoint of one role, with everything behind it.
final class ServedRole: Sendable {
    let id: String
    let upstreams: RoleUpstreams
    let gateway: RoleGateway
    let endpoint: RoleEndpoint
    /// Fired when there is no such role any more.
    let isOver = OneShot<Void>()

    private let governed = Mutex<(policy: RolePolicy, approvals: ToolApprovals)?>(nil)

    init(id: String, upstreams: RoleUpstreams, gateway: RoleGateway, endpoint: RoleEndpoint) {
        self.id = id
        self.upstreams = upstreams
        self.gateway = gateway
        self.endpoint = endpoint
    }

    /// Takes over rules and approvals, where they are others than before.
    func govern(_ policy: RolePolicy, _ approvals: ToolApprovals) {
        let hasChanged = governed.withLock { governed in
            if let governed, governed.policy == policy, governed.approvals == approvals { return false }
            governed = (policy, approvals)
            return true
        }
        if hasChanged { gateway.update(policy, approvals) }
    }
}
