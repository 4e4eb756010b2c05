import ArgumentParser
import DaemonAPI
import Health
import HTTPTypes
import JSON

/// `show`: everything about one integration.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Everything about one integration: health with its causes, settings by name, servers, tools."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.with { daemon in
            let json = try await daemon.send(.get, try Path.integration(id))
            if client.json { return Terminal.print(json.text(.pretty)) }
            let report = try IntegrationReport(json: json)
            Terminal.print(Self.text(report).joined(separator: "\n"))
        }
    }

    private static func text(_ report: IntegrationReport) -> [String] {
        let health = report.status.health
        var lines = ["\(health.state.icon) \(report.status.name) (\(report.status.id)): \(health.state.rawValue)"]
        lines += [report.summary].compactMap(\.self)
        lines.append("")
        lines.append("cause     \(health.reason.message) (\(health.reason.code))")
        if let evidence = health.reason.evidence { lines.append("evidence  \(evidence)") }
        lines.append("next      \(health.reason.action)")
        let layers = [
            ("configured", health.layers.configured), ("authorised", health.layers.authorised),
            ("effective", health.layers.effective),
        ]
        for (name, layer) in layers {
            let sign = layer.holds.map { $0 ? "✅" : "❌" } ?? "❔"
            lines.append("\(sign) \(name): \(layer.detail)")
        }
        if let process = report.process {
            lines.append("process   \(process)" + (report.processID.map { ", process id \($0)" } ?? ""))
        }
        if let install = report.install { lines.append("installed \(install.server) \(install.version)") }
        var table = TextTable(["setting", "type", "", "value", "about"])
        for field in report.fields {
            let kind = [field.isRequired ? "required" : nil, field.isSecret ? "secret" : nil].compactMap(\.self)
            table.add([
                field.name, field.kind, kind.joined(separator: ", "), field.isSet ? "set" : "—", field.summary ?? "",
            ])
        }
        if !report.fields.isEmpty { lines += ["", table.text] }
        if !report.tools.isEmpty { lines += ["", "tools: \(report.tools.joined(separator: ", "))"] }
        return lines
    }
}
