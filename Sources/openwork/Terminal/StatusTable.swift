import DaemonAPI
import Health

/// The status for people: what is wrong comes first, with its cause, its age and what to do.
struct StatusTable {
    let status: StatusReport

    /// Without those that were never configured, unless they are wanted.
    func text(all: Bool) -> String {
        let shown = status.integrations.filter { all || $0.isEnabled }
        let sorted = shown.enumerated().sorted { left, right in
            (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
        }.map(\.element)
        var table = TextTable(["", "integration", "state", "since", "cause", "next action"])
        for row in sorted {
            let health = row.health
            table.add([
                row.isEnabled ? health.state.icon : "·", row.id, row.isEnabled ? health.state.rawValue : "off",
                Ago.text(health.since, at: status.at), health.reason.code,
                health.reason.action == "nothing to do" ? "" : health.reason.action,
            ])
        }
        return ([summary, "", table.text] + rolesText + faultsText).joined(separator: "\n")
    }

    /// Whether somebody has to do something.
    var hasProblem: Bool {
        !status.faults.isEmpty || status.count(.disconnected) > 0 || status.count(.degraded) > 0
    }

    private var summary: String {
        let counts = HealthState.allCases.map { "\($0.icon) \(status.count($0)) \($0.rawValue)" }
        let rest = status.disabledCount == 0 ? [] : ["· \(status.disabledCount) off"]
        return (counts + rest).joined(separator: "   ")
    }

    private var rolesText: [String] {
        guard !status.roles.isEmpty else { return [] }
        return [""]
            + status.roles.map { role in
                role.isReady ? "\(role.id): ready" : "\(role.id): lacks \(Self.few(role.missing))"
            }
    }

    private var faultsText: [String] {
        guard !status.faults.isEmpty else { return [] }
        return [""]
            + status.faults.map { fault in
                let place = [fault.subject ?? "", fault.field].filter { !$0.isEmpty }
                let words = (place + [fault.message]).joined(separator: " ")
                return "\(fault.file):\(fault.line): \(words): \(fault.fix)"
            }
    }

    /// The first of many names: the whole list is `openwork role show`.
    private static func few(_ names: [String]) -> String {
        guard names.count > 6 else { return names.joined(separator: ", ") }
        return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
    }

    private static func rank(_ row: IntegrationStatus) -> Int {
        guard row.isEnabled else { return 4 }
        return switch row.health.state {
        case .disconnected: 0
        case .degraded: 1
        case .unknown: 2
        case .connected: 3
        }
    }
}
