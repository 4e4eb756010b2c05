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
import Wording

extension Desk {
    /// As their files say, or as people have assigned since.
    package func roles() async throws -> [RoleReport] {
        let states = states()
        return registry.roles.map { report(of: $0, states) }
    }

    /// Every id that does not exist is told at once, and then nothing is changed.
    package func assign(_ role: String, _ request: AssignRequest) async throws -> RoleReport {
        try await turns.take("/roles") {
            try await audited("assign", nil) {
                let registry = registry
                let found = try self.role(role)
                let given: [RoleReport.Member] = if case .given(let members) = request.members { members } else { [] }
                let faults = given.enumerated().compactMap { index, member -> Problem.Fault? in
                    guard registry[member.integration] == nil else { return nil }
                    return Problem.Fault(
                        field: "/integrations/\(index)",
                        message: "there is no integration \(member.integration)",
                        fix: registry.nearest(to: member.integration).map { "did you mean \($0)?" }
                            ?? "add it first, or leave it out"
                    )
                }
                guard faults.isEmpty else {
                    throw Problem(
                        422,
                        "unknown_integration",
                        "the role names what does not exist",
                        fix: faults[0].fix,
                        faults: faults
                    )
                }
                try await take(request, for: role)
                settleRoles()
                publish(.role, nil, ["role": .string(role), "what": "assigned"])
                announceReadiness()
                return report(of: found, states())
            }
        }
    }

    private func take(_ request: AssignRequest, for role: String) async throws {
        if request.members != .kept {
            var assignments: [RoleAssignment]?
            if case .given(let members) = request.members {
                assignments = members.map { RoleAssignment($0.integration, isRequired: $0.isRequired) }
            }
            let chosen = assignments
            try await store.assign(chosen, to: role)
            memory.withLock { $0.roles[role] = chosen }
        }
        if request.rules != .kept {
            var rules: RoleRules?
            if case .given(let given) = request.rules { rules = given }
            let chosen = rules
            try await store.setRules(chosen, of: role)
            memory.withLock { $0.rules[role] = chosen }
        }
    }

    /// The role with an id.
    /// - Throws: a problem that names the nearest.
    func role(_ id: String) throws(Problem) -> Role {
        let registry = registry
        if let role = registry.role(id) { return role }
        let nearest = NearestName.of(id, among: registry.roles.map(\.id))
        throw Problem(
            404,
            "unknown_role",
            "there is no role \(id)",
            fix: nearest.map { "did you mean \($0)?" } ?? "put its file into \(settings.home.roles)"
        )
    }

    // MARK: Readiness

    /// Tells of every role that became ready, or is no longer.
    func announceReadiness() {
        let states = states()
        let ready = registry.roles.map { ($0.id, missing(of: $0, states)) }
        let former = memory.withLock { memory in
            let former = memory.readyRoles
            memory.readyRoles = Dictionary(ready.map { ($0.0, $0.1.isEmpty) }) { first, _ in first }
            return former
        }
        for (id, missing) in ready where former[id] != nil && former[id] != missing.isEmpty {
            let names = JSONValue.array(missing.map { .string($0) })
            publish(.role, nil, ["role": .string(id), "ready": .bool(missing.isEmpty), "missing": names])
        }
    }

    /// The integrations that a role needs and that are not connected or degraded, or not listed at its endpoint.
    func missing(of role: Role, _ states: [String: IntegrationStatus]) -> [String] {
        let standings = served[role.id]?.gateway.catalogue.standings ?? [:]
        return members(of: role).filter(\.isRequired).map(\.integration).filter { id in
            switch states[id]?.health.state {
            case .connected, .degraded: !(standings[id]?.isCallable ?? false)
            case .disconnected, .unknown, nil: true
            }
        }
    }

    func members(of role: Role) -> [RoleAssignment] {
        memory.withLock { $0.roles[role.id] }
            ?? role.integrations.map { id in
                RoleAssignment(id, isRequired: !role.optional.contains(id))
            }
    }

    private func report(of role: Role, _ states: [String: IntegrationStatus]) -> RoleReport {
        RoleReport(
            id: role.id,
            name: role.name,
            summary: role.summary,
            isAssigned: memory.withLock { $0.roles[role.id] != nil || $0.rules[role.id] != nil },
            members: members(of: role).map { member in
                RoleReport.Member(
                    member.integration,
                    isRequired: member.isRequired,
                    state: states[member.integration]?.health.state.rawValue
                )
            },
            rules: rules(of: role),
            missing: missing(of: role, states)
        )
    }

    /// What people have set, or else what the role's file says.
    func rules(of role: Role) -> RoleRules { memory.withLock { $0.rules[role.id] } ?? role.rules }

    func states() -> [String: IntegrationStatus] {
        let statuses = Dictionary(fleet.statuses().map { ($0.id, $0) }) { first, _ in first }
        let offers = offers()
        let reports = registry.integrations.map { ($0.id, report(of: $0, statuses[$0.id], offers)) }
        return Dictionary(reports) { first, _ in first }
    }
}
