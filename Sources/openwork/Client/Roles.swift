import DaemonAPI
import HTTPTypes
import JSON

/// What the commands on roles share.
enum Roles {
    static func all(_ daemon: DaemonClient) async throws -> [RoleReport] {
        let json = try await daemon.send(.get, "/api/roles")
        return try AnswerReader(json).list("roles") { json throws(AnswerError) in try RoleReport(json: json) }
    }

    static func text(_ role: RoleReport) -> String {
        var table = TextTable(["integration", "state", ""])
        for member in role.members {
            table.add([member.integration, member.state ?? "unknown", member.isRequired ? "required" : "optional"])
        }
        let lack = role.readiness.missing.joined(separator: ", ")
        let head = "\(role.name) (\(role.id)): " + (role.readiness.isReady ? "ready" : "lacks \(lack)")
        return head + "\n\n" + table.text
    }

    static func text(_ report: EndpointReport) -> String {
        var table = TextTable(["", "integration", "state", "", "tools", ""])
        for member in report.members {
            table.add([
                member.isCallable ? "✅" : "❌", member.integration, member.state ?? "unknown",
                member.isRequired ? "required" : "optional", "\(member.tools)", member.detail,
            ])
        }
        let lack = report.readiness.missing.joined(separator: ", ")
        let head = "\(report.readiness.id): " + (report.readiness.isReady ? "ready" : "lacks \(lack)")
        return head + "; \(report.tools) tools at \(report.address)\n\n" + table.text
    }
}
